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

    /// <summary>Null if it is no command about channels.</summary>
    public static async ValueTask<AdminAnswer?> TryAsync(RoomAdministration rooms, AdminRequest request)
    {
        var answer = request.Command switch
        {
            List => await rooms.ListAsync(),
            Info => await rooms.InfoAsync(request.Name),
            Register => await rooms.RegisterAsync(request.Name, request.Value),
            Drop => await rooms.DropAsync(request.Name),
            Transfer => await rooms.TransferAsync(request.Name, request.Value),
            Set => await rooms.SetAsync(request.Name, request.Value.Split(' ')[0], request.Value[(request.Value.IndexOf(' ', StringComparison.Ordinal) + 1)..]),
            _ => null,
        };
        return answer is null ? null : new AdminAnswer(answer.Ok, answer.Lines);
    }
}
