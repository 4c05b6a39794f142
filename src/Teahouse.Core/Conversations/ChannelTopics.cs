using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

internal static class ChannelTopics
{
    public static Decision Decide(Channel channel, SetTopic request, long now)
    {
        var settings = channel.Settings!;
        if (channel.Find(request.By.Id) is not { } member) return new Answered(Outcome.Refused(channel.NotOnChannel()));
        if (settings.Has(ChannelFlags.TopicByOperators) && !member.Modes.IsAtLeast(MemberModes.HalfOperator))
            return new Answered(Outcome.Refused(channel.NotOperator()));
        var text = Text.Cut(request.Text, channel.Rules.TopicLength);
        if (text == (settings.Topic?.Text ?? "")) return new Answered(Outcome.Nothing);
        var topic = text.Length == 0 ? null : new Topic(text, request.By.Prefix, now);
        return new Changed(
            new Draft(EventKind.Topic, request.By.Source, [channel.WireName, text], Tags.Empty, request.By.Id, request.Origin),
            settings with { Topic = topic }, [], Durable: true);
    }
}
