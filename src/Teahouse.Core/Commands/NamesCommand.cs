using Teahouse.Core.Conversations;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>NAMES. https://modern.ircdocs.horse/#names-message</summary>
internal static class NamesCommand
{
    public static readonly Command Command = new("NAMES", MinParams: 0, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        if (context.Count == 0)
        {
            context.Reply.Numeric(Numeric.RPL_ENDOFNAMES, "*", "End of /NAMES list");
            return;
        }
        // One 366 for all of them (RFC 2812, section 3.2.5).
        foreach (var text in context[0].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var view = ChannelName.TryParse(text, out var name) ? (await context.Engine.Network.Channel(name).AskAsync(new Look())).View : null;
            var hidden = view is null || (view.Settings.Has(ChannelFlags.Secret) && view.Member(context.Session.User!.Id) is null);
            if (!hidden) SessionGreeting.Members(context.Session, context.Reply, view!);
            await context.Reply.FlushIfLargeAsync();
        }
        context.Reply.Numeric(Numeric.RPL_ENDOFNAMES, JoinCommand.Shown(context[0]), "End of /NAMES list");
    }
}
