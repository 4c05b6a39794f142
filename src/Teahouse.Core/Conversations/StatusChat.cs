using Teahouse.Core.Log;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>
/// What is said to the members of a channel from a status upwards (https://modern.ircdocs.horse/#statusmsg-parameter). Whether somebody may
/// speak there, and who hears it, the channel has said: each post brings it along. Used only from its <see cref="ConversationOwner"/>.
/// </summary>
internal sealed class StatusChat(bool recorded, ChannelRules rules) : Conversation
{
    public override bool Recorded => recorded;

    public override bool TakesIds(Post post) => recorded && post.Status is { Recorded: true };

    public override bool Empty => true;

    public override Decision Decide(Request request, Moment at) => request switch
    {
        Consult => new Answered(Outcome.Done),
        Post { Status: null } => new Answered(Outcome.Nothing),
        Post { Status: { NoCtcp: true } } post when ChannelPosts.IsCtcp(post) =>
            new Answered(Outcome.Refused(new Refusal(Numeric.ERR_CANNOTSENDTOCHAN, post.Target, "Cannot send to channel (+C)"))),
        Post { Status: { } status } post => new Said(Channel.DraftOf(post, post.Target), Passing: !recorded || !status.Recorded || Channel.IsPassing(post)) { Hearers = status.Hearers },
        Redact redact => Redactions.Decide(redact, rules, at.Now),
        _ => new Answered(Outcome.Nothing),
    };

    public override void Apply(Changed change) { }

    public override ReadOnlyMemory<byte> EncodeState(ChannelSettings? settings) => ReadOnlyMemory<byte>.Empty;

    public override ChannelView? View(Events.Place last) => null;

    public override HistoryAccess? Access(HistoryReader reader, ConversationHead head, long now) => recorded && reader.RoomSince is { } since
        ? HistoryRules.Of(head, rules.Kept, now) with { Since = since } : null;
}
