using Teahouse.Core.Conversations;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>KICK: one channel and several users, or as many channels as users. https://modern.ircdocs.horse/#kick-message</summary>
internal static class KickCommand
{
    public static readonly Command Command = new("KICK", MinParams: 2, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var channels = context[0].Split(',');
        var nicks = context[1].Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (channels.Length != 1 && channels.Length != nicks.Length)
        {
            context.Reply.Numeric(Numeric.ERR_NEEDMOREPARAMS, "KICK", "Not enough parameters");
            return;
        }
        for (var i = 0; i < nicks.Length; i++)
            await KickAsync(context, channels.Length == 1 ? channels[0] : channels[i], nicks[i], nicks.Length > 1);
    }

    private static async ValueTask KickAsync(CommandContext context, string channelText, string nickText, bool many)
    {
        if (!ChannelName.TryParse(channelText, out var name))
        {
            context.Reply.Numeric(Numeric.ERR_NOSUCHCHANNEL, JoinCommand.Shown(channelText), "No such channel");
            return;
        }
        if (!Nick.TryParse(nickText, out var nick))
        {
            context.Reply.Numeric(Numeric.ERR_NOSUCHNICK, JoinCommand.Shown(nickText), "No such nick");
            return;
        }
        var target = await context.Engine.Network.FindUserAsync(nick);
        var origin = many ? await context.Reply.OriginInBatchAsync() : context.Reply.Origin;
        var outcome = await context.Engine.Network.Channel(name).AskAsync(new Kick(context.Session.User!.Snapshot, origin, nick, context.At(2)));
        if (outcome.Status != OutcomeStatus.Done)
        {
            Refusals.Answer(context.Session, context.Reply, outcome, "KICK", name.Value);
            return;
        }
        context.Reply.AnsweredByEvent();
        if (target is not null) await context.Engine.Presence.KickedAsync(target.User.Id, name);
    }
}
