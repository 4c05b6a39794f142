using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Hosting;
using Teahouse.Core.Operators;
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
        var (session, reason) = (context.Session, Text.Cut(context.At(2), context.Engine.Options.Limits.KickLength));
        var inside = session.User!.Channels.Contains(from);
        var forced = await IsForcedAsync(context, from);
        var outcome = await context.Engine.Presence.RenameAsync(from, new Rename(session.User.Snapshot, context.Reply.Origin, to, reason) { Forced = forced });
        if (outcome.Status != OutcomeStatus.Done)
        {
            Refusals.Answer(session, context.Reply, outcome, "RENAME", from.Value);
            return;
        }
        if (forced) await context.Engine.OperatorLog.WriteAsync(context, "RENAME", from.Value, $"{to.Value} {reason}".TrimEnd());
        if (!inside) context.Reply.Note("RENAME", "RENAMED", from.Value, to.Value, "The channel has been renamed");
        else if (session.Has(CapabilitySet.ChannelRename)) context.Reply.AnsweredByEvent();
    }

    /// <summary>A server's operator does what is not its own to do.</summary>
    private static async ValueTask<bool> IsForcedAsync(CommandContext context, ChannelName name)
    {
        var by = context.Session.User!.Snapshot;
        if (!by.May(OperatorPrivileges.Rooms) || (await context.Engine.Network.Channel(name).AskAsync(new Look())).View is not { } view) return false;
        return view.Settings.Registered ? RoomRules.RankOf(view.Settings, by) != MemberModes.Founder : view.Member(by.Id)?.Modes.IsAtLeast(MemberModes.Operator) is not true;
    }
}
