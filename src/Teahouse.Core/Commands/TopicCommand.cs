using Teahouse.Core.Conversations;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>TOPIC. https://modern.ircdocs.horse/#topic-message</summary>
internal static class TopicCommand
{
    public static readonly Command Command = new("TOPIC", MinParams: 1, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var by = context.Session.User!.Snapshot;
        if (!ChannelName.TryParse(context[0], out var name))
        {
            context.Reply.Numeric(Numeric.ERR_NOSUCHCHANNEL, JoinCommand.Shown(context[0]), "No such channel");
            return;
        }
        var channel = context.Engine.Network.Channel(name);
        if (context.Count == 1)
        {
            await ShowAsync(context, channel, name);
            return;
        }
        var outcome = await channel.AskAsync(new SetTopic(by, context.Reply.Origin, context[1]));
        if (outcome.Status == OutcomeStatus.Done) context.Reply.AnsweredByEvent();
        else Refusals.Answer(context.Session, context.Reply, outcome, "TOPIC", name.Value);
    }

    private static async ValueTask ShowAsync(CommandContext context, Network.IConversation channel, ChannelName name)
    {
        var view = (await channel.AskAsync(new Look())).View;
        if (view is null) context.Reply.Numeric(Numeric.ERR_NOSUCHCHANNEL, name.Value, "No such channel");
        else if (view.Settings.Has(ChannelFlags.Secret) && view.Member(context.Session.User!.Id) is null)
            context.Reply.Numeric(Numeric.ERR_NOTONCHANNEL, name.Value, "You're not on that channel");
        else SessionGreeting.Topic(context.Reply, view);
    }
}
