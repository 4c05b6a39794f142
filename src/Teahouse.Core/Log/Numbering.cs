using System.Collections.Immutable;
using Teahouse.Core.Events;
using Teahouse.Core.Identity;

namespace Teahouse.Core.Log;

/// <summary>
/// What the entries of a conversation are called. A restored server counts on in a new epoch, but an entry keeps the msgid
/// it got when it was stored: answers and redactions name it.
/// </summary>
/// <param name="Epoch">The era of now, in which all entries count.</param>
/// <param name="Before">Eras before a restore whose entries are still here, the oldest first.</param>
public readonly record struct Numbering(ConversationId Conversation, int Epoch, ImmutableArray<Era> Before)
{
    public Place PlaceOf(long sequence) => new(Epoch, sequence);

    /// <summary>The era in which the entry was stored.</summary>
    public int EpochOf(long sequence)
    {
        if (!Before.IsDefaultOrEmpty)
            foreach (var era in Before)
                if (sequence <= era.LastSequence) return era.Epoch;
        return Epoch;
    }

    internal string MsgIdOf(long sequence, MsgIds ids) => ids.Encode(Conversation, EpochOf(sequence), sequence);

    /// <summary>The number of the entry with this msgid; false if it is none of this conversation.</summary>
    internal bool TryFind(ReadOnlySpan<char> msgid, MsgIds ids, out long sequence) =>
        ids.TryDecode(msgid, out var conversation, out var epoch, out sequence) && conversation == Conversation && epoch == EpochOf(sequence);
}

/// <summary>An era that a restore ended.</summary>
/// <param name="LastSequence">Of its last entry that is left.</param>
public readonly record struct Era(int Epoch, long LastSequence);
