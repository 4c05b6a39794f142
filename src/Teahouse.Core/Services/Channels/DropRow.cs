using System.Globalization;
using Teahouse.Core.Conversations;

namespace Teahouse.Core.Services.Channels;

/// <summary>DROP, also known as UNREGISTER: asked twice, because it cannot be taken back.</summary>
internal static class DropRow
{
    public static readonly ServiceCommand Drop = Of("DROP");
    public static readonly ServiceCommand Unregister = Of("UNREGISTER");

    private static ServiceCommand Of(string name) =>
        new(name, 1, ServiceAccess.Account, "<#channel> [<code>]", [ChanServTexts.DropSummary], RunAsync);

    private static async ValueTask RunAsync(ServiceContext context)
    {
        if (await Room.FindAsync(context, context[0]) is not { } room) return;
        var code = (room.View.Settings.Created % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        if (context.At(1) == code) await room.AskAsync(new Unregister(context.Session.User!.Snapshot), ChanServTexts.Dropped(room.Name));
        else context.Say(ChanServTexts.Confirm(context.Command.Name, room.Name, code));
    }
}
