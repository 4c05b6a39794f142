using System.Collections.Immutable;

namespace Teahouse.Core.Log;

/// <summary>One owner's wish to add to its conversation: all of it is stored, or nothing.</summary>
/// <param name="OwnerEpoch">As <see cref="IMessageLog.TakeAsync"/> gave it.</param>
/// <param name="ExpectedHead">The LastSequence that the owner knows; stored entries follow it without a hole.</param>
/// <param name="Entries">In order; may be empty where only the state changes.</param>
/// <param name="State">The new durable state, or null to leave it.</param>
/// <param name="Emptied">Sequences up to the expected head whose payload is to be gone with this append; their keys and times stay.</param>
public sealed record Append(
    ConversationId Conversation, long OwnerEpoch, long ExpectedHead,
    ImmutableArray<LogEntry> Entries, ReadOnlyMemory<byte>? State = null, ImmutableArray<long> Emptied = default)
{
    /// <summary>
    /// The key by which the conversation is found from now on; null: as before. A conversation that was found by it, which must have
    /// ended, is found by the old one.
    /// </summary>
    public ConversationKey? Key { get; init; }
}

public enum AppendStatus
{
    /// <summary>Committed and synced.</summary>
    Stored,
    /// <summary>Not stored, and it never will be: the disk is full, say. Nothing changed.</summary>
    Failed,
    /// <summary>Not stored: another owner has taken the conversation, or the head is not the expected one.</summary>
    Fenced,
    /// <summary>Nobody can say: the store broke, or did not answer in time. It may be stored, or become so.</summary>
    Unknown,
}

/// <param name="Reason">In plain English for whoever is told; empty when stored.</param>
public readonly record struct AppendOutcome(AppendStatus Status, string Reason = "")
{
    public static readonly AppendOutcome Stored = new(AppendStatus.Stored);
}
