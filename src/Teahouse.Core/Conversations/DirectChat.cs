using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>What two identities say to each other. Used only from its <see cref="ConversationOwner"/>.</summary>
internal sealed class DirectChat(ConversationKey key, bool recorded, ChannelRules rules) : Conversation
{
    public override bool Recorded => recorded;

    /// <summary>Whoever has no account may be somebody else when the message comes again.</summary>
    public override bool TakesIds(Post post) => recorded && Users.Identities.HasAccount(key.A) && Users.Identities.HasAccount(key.B);

    public override bool Empty => true;

    public override Decision Decide(Request request, Moment at) => request switch
    {
        Post { NoCtcp: true } post when ChannelPosts.IsCtcp(post) =>
            new Answered(Outcome.Refused(new Refusal(Numeric.ERR_CANNOTSENDTOUSER, post.Target, "takes no CTCP (+T)"))),
        Post post => new Said(Channel.DraftOf(post, post.Target), Passing: !recorded || Channel.IsPassing(post)),
        Redact redact => Redactions.Decide(redact, rules, at.Now),
        _ => new Answered(Outcome.Nothing),
    };

    public override void Apply(Changed change) { }

    public override ReadOnlyMemory<byte> EncodeState(ChannelSettings? settings) => ReadOnlyMemory<byte>.Empty;

    public override ChannelView? View(Place last) => null;

    public override HistoryAccess? Access(HistoryReader reader, ConversationHead head, long now) =>
        recorded && (reader.Identity == key.A || reader.Identity == key.B)
            ? HistoryRules.Of(head, rules.Kept, now) : null;
}
