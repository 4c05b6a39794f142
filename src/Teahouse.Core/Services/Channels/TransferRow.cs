using Teahouse.Core.Conversations;

namespace Teahouse.Core.Services.Channels;

/// <summary>TRANSFER: a room becomes another account's.</summary>
internal static class TransferRow
{
    public static readonly ServiceCommand Row = new("TRANSFER", 2, ServiceAccess.Account, "<#channel> <account>", [ChanServTexts.TransferSummary], RunAsync);

    private static async ValueTask RunAsync(ServiceContext context)
    {
        if (await Room.FindAsync(context, context[0]) is not { } room) return;
        if (await Room.FindAccountAsync(context, context[1]) is not { } account) return;
        var most = context.Engine.Options.Limits.RegisteredChannels;
        if (most > 0 && !room.IsForced && (await context.Engine.Network.RegisteredAsync(account.Id)).Length >= most) context.Say(ChanServTexts.HasTooMany(account.Name, most));
        else await room.AskAsync(new Transfer(context.Session.User!.Snapshot, account.Id), ChanServTexts.Transferred(room.Name, account.Name));
    }
}
