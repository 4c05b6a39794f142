using System.Collections.Immutable;

namespace Teahouse.Core.Log;

/// <summary>
/// The durable, ordered log of every conversation. Appends come from owners only, one at a time per
/// conversation; anyone may read at any time and sees only what is committed.
/// Reads throw <see cref="StoreClosedException"/> when the store has broken; appends say so by their outcome.
/// </summary>
public interface IMessageLog : IAsyncDisposable
{
    /// <summary>Makes the caller the owner: finds or creates the conversation and raises its owner epoch, durably.</summary>
    ValueTask<ConversationHead> TakeAsync(ConversationKey key, CancellationToken cancel = default);

    /// <summary>The same without taking ownership or creating; null if there is no such conversation.</summary>
    ValueTask<ConversationHead?> FindAsync(ConversationKey key, CancellationToken cancel = default);

    /// <summary>
    /// Adds atomically and durably, if owner epoch and head are the expected ones. Entries with a hole, with a time before the
    /// one before, or a presence row after an entry yet to come are a bug of the caller: <see cref="ArgumentException"/>.
    /// </summary>
    ValueTask<AppendOutcome> AppendAsync(Append append);

    /// <summary>
    /// The committed head; after an unknown outcome it waits until the append in question is decided.
    /// <see cref="KeyNotFoundException"/> if there is no such conversation; so for every member that takes an id.
    /// </summary>
    ValueTask<ConversationHead> HeadAsync(ConversationId conversation, CancellationToken cancel = default);

    /// <summary>
    /// Starts the next epoch with sequence 0 and an empty state; the entries before are gone for every reader, their clients' keys
    /// stay known. Null if the owner epoch is not the expected one.
    /// </summary>
    ValueTask<ConversationHead?> BeginEpochAsync(ConversationId conversation, long ownerEpoch, CancellationToken cancel = default);

    /// <summary>
    /// Takes the entries before <paramref name="oldest"/> away for good, with the presence rows placed after them: for every reader at once, from
    /// the disk soon. Their numbers stay used, and their clients' keys known. Durable when it ends; a full disk throws
    /// <see cref="Accounts.StoreFullException"/>.
    /// </summary>
    /// <param name="epoch">Where this is not the conversation's epoch any more, nothing happens.</param>
    /// <param name="oldest">The oldest that stays; beyond the last one, none does. Below what is the oldest already, nothing happens.</param>
    /// <returns>The oldest that is left now; LastSequence + 1 if none is.</returns>
    ValueTask<long> ExpireAsync(ConversationId conversation, int epoch, long oldest, CancellationToken cancel = default);

    /// <summary>Entries of the current epoch, ascending; of what has expired, nothing.</summary>
    ValueTask<ImmutableArray<LogEntry>> ReadAsync(ConversationId conversation, LogRange range, CancellationToken cancel = default);

    /// <summary>The smallest sequence left whose time is at or after <paramref name="time"/> (ms); LastSequence + 1 if there is none.</summary>
    ValueTask<long> SequenceAtAsync(ConversationId conversation, long time, CancellationToken cancel = default);

    /// <summary>Finds a client's id, in whatever epoch it was stored; the content hash of <paramref name="key"/> is not compared.</summary>
    ValueTask<ClientKeyMatch?> FindClientKeyAsync(ConversationId conversation, ClientKey key, CancellationToken cancel = default);

    /// <summary>How far back clients' ids are known.</summary>
    ValueTask<ClientKeySpan> ClientKeysAsync(CancellationToken cancel = default);

    /// <summary>
    /// Forgets some of the clients' ids of <paramref name="time"/> (milliseconds) and before, together with a mark that only grows. Those of entries not long ago
    /// may stay. Durable when it ends; a full disk throws <see cref="Accounts.StoreFullException"/>.
    /// </summary>
    /// <returns>Whether that was all.</returns>
    ValueTask<bool> ForgetClientKeysAsync(long time, CancellationToken cancel = default);

    /// <summary>All direct chats of an identity that have an entry, in no particular order.</summary>
    ValueTask<ImmutableArray<ConversationHead>> DirectChatsAsync(string identity, CancellationToken cancel = default);

    /// <summary>All channels that the log knows, ordered by key.</summary>
    ValueTask<ImmutableArray<ConversationHead>> ChannelsAsync(CancellationToken cancel = default);

    /// <summary>All conversations, ordered by id, so many at a time.</summary>
    /// <param name="after">The last one known; default: from the first.</param>
    ValueTask<ImmutableArray<ConversationHead>> ConversationsAsync(ConversationId after, int limit, CancellationToken cancel = default);

    /// <summary>Completes when the store has closed itself after an I/O error, with the sentence to exit with; never otherwise.</summary>
    Task<string> Broken { get; }
}

/// <summary>The store closed itself after an I/O error; nothing can be read back from it.</summary>
public sealed class StoreClosedException(string message) : Exception(message);
