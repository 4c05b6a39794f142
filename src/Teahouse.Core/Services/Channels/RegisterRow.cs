using Teahouse.Core.Conversations;

namespace Teahouse.Core.Services.Channels;

/// <summary>REGISTER: a room becomes the asker's.</summary>
internal static class RegisterRow
{
    public static readonly ServiceCommand Row = new("REGISTER", 1, ServiceAccess.Account, "<#channel>", [ChanServTexts.RegisterSummary], RunAsync);

    private static async ValueTask RunAsync(ServiceContext context)
    {
        if (await Room.FindAsync(context, context[0], registered: false) is not { } room) return;
        var most = context.Engine.Options.Limits.RegisteredChannels;
        if (most > 0 && (await context.Engine.Network.RegisteredAsync(context.Account.Id)).Length >= most)
        {
            context.Say(ChanServTexts.TooMany(most));
            return;
        }
        room.Answer(await room.Conversation.AskAsync(new Register(context.Session.User!.Snapshot, null)), ChanServTexts.Registered(room.Name));
    }
}
