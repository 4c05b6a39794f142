using Teahouse.Core.Log;

namespace Teahouse.Core.Conversations;

/// <summary>
/// The rules of one conversation: synchronous, no I/O, no clock of its own.
/// Used only from its <see cref="ConversationOwner"/>.
/// </summary>
internal abstract class Conversation
{
    /// <summary>Whether messages are numbered and stored.</summary>
    public abstract bool Recorded { get; }

    /// <summary>Whether messages can be known again by their senders' ids.</summary>
    public virtual bool TakesIds(Post post) => Recorded;

    /// <summary>The target of a message as its receivers see it.</summary>
    public virtual string WireNameOf(Post post) => post.Target;

    /// <summary>What the rules say; changes nothing.</summary>
    public abstract Decision Decide(Request request, Moment at);

    /// <summary>Makes a decided change true, after its append where it is durable.</summary>
    public abstract void Apply(Changed change);

    /// <summary>Another owner had it meanwhile: believes the state that it left.</summary>
    public virtual void Adopt(ReadOnlySpan<byte> state) { }

    /// <summary>The state to store with a change; empty where there is none.</summary>
    public abstract ReadOnlyMemory<byte> EncodeState(ChannelSettings? settings);

    public abstract ChannelView? View(Events.Place last);

    /// <param name="now">Milliseconds since 1970 UTC.</param>
    public abstract HistoryAccess? Access(HistoryReader reader, ConversationHead head, long now);

    /// <summary>Nobody is in it.</summary>
    public abstract bool Empty { get; }
}

/// <summary>When something is decided.</summary>
/// <param name="Now">Milliseconds since 1970 UTC.</param>
/// <param name="Last">The last number given.</param>
internal readonly record struct Moment(long Now, long Last);
