using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>INVITE. https://modern.ircdocs.horse/#invite-message</summary>
internal static class InviteCommand
{
    public static readonly Command Command = new("INVITE", MinParams: 0, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        if (context.Count < 2)
        {
            if (context.Count == 1) context.Reply.Numeric(Numeric.ERR_NEEDMOREPARAMS, "INVITE", "Not enough parameters");
            else List(context);
            return;
        }
        var by = context.Session.User!.Snapshot;
        if (!Nick.TryParse(context[0], out var nick) || await context.Engine.Network.FindUserAsync(nick) is not { } target)
        {
            context.Reply.Numeric(Numeric.ERR_NOSUCHNICK, JoinCommand.Shown(context[0]), "No such nick");
            return;
        }
        if (!ChannelName.TryParse(context[1], out var name))
        {
            context.Reply.Numeric(Numeric.ERR_NOSUCHCHANNEL, JoinCommand.Shown(context[1]), "No such channel");
            return;
        }
        var channel = context.Engine.Network.Channel(name);
        var outcome = await channel.AskAsync(new Invite(by, context.Reply.Origin, target.User));
        if (outcome.Status != OutcomeStatus.Done)
        {
            Refusals.Answer(context.Session, context.Reply, outcome, "INVITE", name.Value);
            return;
        }
        await context.Engine.Network.InvitedAsync(target.User.Id, name);
        context.Reply.Numeric(Numeric.RPL_INVITING, target.User.Nick.Value, name.Value);
        if (target.User.Away is { } away) context.Reply.Numeric(Numeric.RPL_AWAY, target.User.Nick.Value, away);
        var invited = new Event(EventKind.Invite, default, context.Engine.Now, null, by.Source, [target.User.Nick.Value, name.Value], Tags.Empty);
        await context.Engine.Network.TellAsync([target.User.Id], invited, CapabilitySet.None);
        if ((await channel.AskAsync(new Look())).View is not { } view) return;
        // invite-notify: those who could have invited are told.
        ImmutableArray<Users.UserId> others = [.. view.Members
            .Where(m => m.User.Id != by.Id && m.Modes.IsAtLeast(MemberModes.HalfOperator)).Select(m => m.User.Id)];
        await context.Engine.Network.TellAsync(others, invited, CapabilitySet.InviteNotify);
    }

    /// <summary>The invitations that were not used yet.</summary>
    private static void List(CommandContext context)
    {
        foreach (var channel in context.Session.User!.Invitations) context.Reply.Numeric(Numeric.RPL_INVITELIST, channel.Value);
        context.Reply.Numeric(Numeric.RPL_ENDOFINVITELIST, "End of invite list");
    }
}
