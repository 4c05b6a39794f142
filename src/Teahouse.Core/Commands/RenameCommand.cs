using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Hosting;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>RENAME. https://ircv3.net/specs/extensions/channel-rename</summary>
internal static class RenameCommand
{
    public static readonly Command Command = new("RENAME", MinParams: 2, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        if (!ChannelName.TryParse(context[0], out var from))
        {
            context.Reply.Numeric(Numeric.ERR_NOSUCHCHANNEL, JoinCommand.Shown(context[0]), "No such channel");
            return;
        }
        if (!ChannelName.TryParse(context[1], out var to) || to.Value.Length > context.Engine.Options.Limits.ChannelLength || from == ChatServer.Lobby)
        {
            context.Reply.Fail("RENAME", "CANNOT_RENAME", from.Value, JoinCommand.Shown(context[1]), "The channel cannot be renamed to this");
            return;
        }
        var reason = Text.Cut(context.At(2), context.Engine.Options.Limits.KickLength);
        var outcome = await context.Engine.Presence.RenameAsync(from, new Rename(context.Session.User!.Snapshot, context.Reply.Origin, to, reason));
        if (outcome.Status != OutcomeStatus.Done) Refusals.Answer(context.Session, context.Reply, outcome, "RENAME", from.Value);
        else if (context.Session.Has(CapabilitySet.ChannelRename)) context.Reply.AnsweredByEvent();
    }
}
