using System.Globalization;
using Teahouse.Core.Hosting;

namespace Teahouse.Server.Admin;

/// <summary>What an admin's command does about channels.</summary>
internal static class ChannelAdmin
{
    public const string Prefix = "channel-";
    public const string List = Prefix + "list";
    public const string Info = Prefix + "info";
    public const string Register = Prefix + "register";
    public const string Drop = Prefix + "drop";
    public const string Transfer = Prefix + "transfer";
    public const string Set = Prefix + "set";
    public const string Access = Prefix + "access";
    public const string Invite = Prefix + "invite";
    public const string Rename = Prefix + "rename";

    private const int MostHours = 365 * 24;
    private const int MostUses = 1000;

    /// <summary>Null if it is no command about channels.</summary>
    public static async ValueTask<AdminAnswer?> TryAsync(RoomAdministration rooms, AdminRequest request)
    {
        var space = request.Value.IndexOf(' ', StringComparison.Ordinal);
        var (first, rest) = space < 0 ? (request.Value, "") : (request.Value[..space], request.Value[(space + 1)..]);
        var answer = request.Command switch
        {
            List => await rooms.ListAsync(),
            Info => await rooms.InfoAsync(request.Name),
            Register => await rooms.RegisterAsync(request.Name, request.Value),
            Drop => await rooms.DropAsync(request.Name),
            Transfer => await rooms.TransferAsync(request.Name, request.Value),
            Set => await rooms.SetAsync(request.Name, first, rest),
            Access => await rooms.SetAccessAsync(request.Name, first, rest),
            Rename => await rooms.RenameAsync(request.Name, request.Value),
            Invite => await InviteAsync(rooms, request.Name, first, rest),
            _ => null,
        };
        return answer is null ? null : new AdminAnswer(answer.Ok, answer.Lines);
    }

    private static async ValueTask<RoomAnswer> InviteAsync(RoomAdministration rooms, string name, string hoursText, string usesText)
    {
        if (!TryNumber(hoursText, MostHours, out var hours)) return new(false, [$"HOURS is a number from 1 to {MostHours}."]);
        if (!TryNumber(usesText, MostUses, out var uses)) return new(false, [$"USES is a number from 1 to {MostUses}."]);
        return await rooms.InviteAsync(name, hours, uses);
    }

    private static bool TryNumber(string text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0 && number <= most;
}
