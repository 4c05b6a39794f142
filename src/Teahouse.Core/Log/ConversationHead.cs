using System.Collections.Immutable;

namespace Teahouse.Core.Log;

/// <summary>The end of a conversation's log.</summary>
/// <param name="OwnerEpoch">Raised by every <see cref="IMessageLog.TakeAsync"/>: the fence against an owner of yesterday.</param>
/// <param name="Epoch">The era that <paramref name="LastSequence"/> counts in; a new one after a restore or a rebirth. From 1.</param>
/// <param name="LastSequence">Of the last stored entry; 0 if there is none.</param>
/// <param name="LastTime">Milliseconds of the last entry; 0 if there is none.</param>
/// <param name="OldestSequence">Of the oldest entry that is left; LastSequence + 1 if none is.</param>
/// <param name="State">The conversation's durable state as its owner encoded it; empty at first.</param>
public sealed record ConversationHead(
    ConversationId Id, ConversationKey Key, long OwnerEpoch, int Epoch,
    long LastSequence, long LastTime, long OldestSequence, ReadOnlyMemory<byte> State)
{
    /// <summary>Eras before a restore whose entries are still here, the oldest first.</summary>
    public ImmutableArray<Era> Before { get; init; } = [];

    public Numbering Numbering => new(Id, Epoch, Before);
}
