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

    /// <summary>What the rules say; changes nothing.</summary>
    /// <param name="now">Milliseconds since 1970 UTC.</param>
    public abstract Decision Decide(Request request, long now);

    /// <summary>Makes a decided change true, after its append where it is durable.</summary>
    public abstract void Apply(Changed change);

    /// <summary>Another owner had it meanwhile: believes the state that it left.</summary>
    public virtual void Adopt(ReadOnlySpan<byte> state) { }

    /// <summary>The state to store with a change; empty where there is none.</summary>
    public abstract ReadOnlyMemory<byte> EncodeState(ChannelSettings? settings);

    public abstract ChannelView? View(Events.Place last);

    public abstract HistoryAccess? Access(HistoryReader reader, ConversationHead head);

    /// <summary>Nobody is in it.</summary>
    public abstract bool Empty { get; }
}
