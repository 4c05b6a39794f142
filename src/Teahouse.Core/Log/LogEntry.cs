namespace Teahouse.Core.Log;

/// <summary>One durable entry of a conversation, as the log sees it.</summary>
/// <param name="Sequence">From 1, without holes, for a stored entry; for a presence row the sequence it is placed after (0: before the first).</param>
/// <param name="Time">Milliseconds since 1970 UTC; never less than the stored entry's before it.</param>
/// <param name="Payload">The encoded event, opaque to the log; empty where it was taken away.</param>
/// <param name="ClientKey">The sender's own id for it, if it gave one.</param>
/// <param name="Presence">True for a presence row: it has no number of its own and does not move the head.</param>
public sealed record LogEntry(
    long Sequence, long Time, ReadOnlyMemory<byte> Payload, ClientKey? ClientKey = null, bool Presence = false);

/// <summary>The key under which a message is stored at most once per conversation. Most messages have none, and then it takes no room in them.</summary>
/// <param name="Account">The sender's account.</param>
/// <param name="Id">A UUIDv7, big-endian, so that ids sort by time.</param>
/// <param name="ContentHash">Over command, lines and stored client tags: the same id with other content is a conflict.</param>
public sealed record ClientKey(long Account, UInt128 Id, ulong ContentHash);

/// <param name="Mark">Milliseconds since 1970 UTC: ids of this time and before may have been forgotten; 0: none was.</param>
/// <param name="Oldest">The time of the oldest id that is known; null: none is.</param>
public readonly record struct ClientKeySpan(long Mark, long? Oldest);

/// <summary>Where an entry with a client's id was stored.</summary>
public readonly record struct ClientKeyMatch(int Epoch, long Sequence, long Time, ulong ContentHash);
