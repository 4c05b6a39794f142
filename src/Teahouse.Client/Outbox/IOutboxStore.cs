namespace Teahouse.Client;

/// <summary>
/// Keeps own messages until the server is known to have them, beyond the end of the program. This is one session's hand on an outbox;
/// several sessions (tabs, processes) may have the same one open. Each message belongs to one session, and only that one may send it;
/// those of a session that has ended, however it ended, are taken over by another. Calls of one session do not overlap. Disposing ends
/// the session.
/// </summary>
/// <remarks>All calls end with <see cref="OutboxException"/> where nothing can be kept; nothing was changed then.</remarks>
public interface IOutboxStore : IAsyncDisposable
{
    /// <summary>Makes the messages of sessions that have ended this session's own.</summary>
    /// <param name="account">Only messages that were written by it.</param>
    /// <returns>Those that were taken over by this call, in the order of their writing.</returns>
    Task<IReadOnlyList<OutboxMessage>> ClaimAsync(string account);

    /// <summary>Keeps a new message of this session, behind all others.</summary>
    Task AddAsync(OutboxMessage message);

    /// <summary>Puts what is known now in the place of what was; durable when it ends.</summary>
    /// <param name="rest">A new message that follows right behind it; null if there is none.</param>
    /// <returns>False, and nothing is changed, if the message is gone or another session's.</returns>
    Task<bool> ReplaceAsync(OutboxMessage message, OutboxMessage? rest = null);

    /// <summary>Forgets a message, if it is this session's.</summary>
    Task RemoveAsync(Guid key);
}

/// <summary>The outbox cannot keep anything now: no space, no permission, damaged.</summary>
public sealed class OutboxException(string message, Exception? cause = null) : Exception(message, cause);
