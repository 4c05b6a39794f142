using System.Globalization;
using Teahouse.Core.Conversations;

namespace Teahouse.Core.Services.Channels;

/// <summary>SET: what a room does.</summary>
internal static class SetRow
{
    public static readonly ServiceCommand Row = new(
        "SET", 3, ServiceAccess.Account, "<#channel> <option> <value>", [ChanServTexts.SetSummary, .. ChanServTexts.SetOptions], RunAsync);

    private static async ValueTask RunAsync(ServiceContext context)
    {
        if (await Room.FindAsync(context, context[0]) is not { } room) return;
        if (Parse(new Configure(context.Session.User!.Snapshot), context[1], context[2]) is { } request) await room.AskAsync(request, ChanServTexts.Changed(room.Name));
        else foreach (var line in ChanServTexts.SetOptions) context.Say(line);
    }

    /// <summary>Null if there is no such option, or it cannot be set to this.</summary>
    public static Configure? Parse(Configure request, string option, string value) => (option.ToUpperInvariant(), value.ToUpperInvariant()) switch
    {
        ("HISTORY", "ON" or "OFF") => request with { KeepsHistory = value.Equals("on", StringComparison.OrdinalIgnoreCase) },
        ("RETENTION", _) when Number(value, 36_500) is { } days => request with { KeepDays = days },
        ("MESSAGES", _) when Number(value, int.MaxValue) is { } messages => request with { KeepMessages = messages },
        ("VISIBLE", "ALL") => request with { Visible = HistoryVisibility.All },
        ("VISIBLE", "JOINED") => request with { Visible = HistoryVisibility.Joined },
        ("VISIBLE", "DEFAULT") => request with { Visible = HistoryVisibility.Default },
        _ => null,
    };

    /// <summary>0: as the server has it.</summary>
    private static int? Number(string text, int most) => text.Equals("default", StringComparison.OrdinalIgnoreCase) ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most ? number : null;
}
