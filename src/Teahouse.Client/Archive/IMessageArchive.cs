using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>
/// What this device has seen of an account's conversations, for when there is no connection: the newest of each, within bounds of its own.
/// It knows no more of an entry than its place and its line (<see cref="ArchiveLine"/>). Each method but <see cref="Keep"/> may throw
/// <see cref="ArchiveException"/>.
/// </summary>
public interface IMessageArchive
{
    /// <summary>What is kept of each conversation, at most so many entries; what another account has seen is removed.</summary>
    Task<IReadOnlyList<ArchivedConversation>> OpenAsync(string account, int most);

    /// <summary>Does this soon, one change after the other. What cannot be kept is left out.</summary>
    void Keep(string account, IReadOnlyList<ArchiveChange> changes);

    /// <summary>The entries right before one, the oldest first.</summary>
    Task<IReadOnlyList<string>> BeforeAsync(string conversation, SequenceTag before, int most);

    /// <summary>The entries around a message, the oldest first; none if it is not kept.</summary>
    Task<IReadOnlyList<string>> AroundAsync(string conversation, string messageId, int most);

    /// <summary>The lines of messages with all the words of the question, in any case, and all else that it says; the newest first.</summary>
    Task<IReadOnlyList<string>> SearchAsync(SearchQuestion question, int most);

    /// <summary>Removes everything.</summary>
    Task ClearAsync();
}

/// <param name="Name">The room's or the person's.</param>
/// <param name="Lines">The oldest first.</param>
public sealed record ArchivedConversation(string Name, IReadOnlyList<string> Lines);

/// <summary>The archive cannot be read or written now.</summary>
public sealed class ArchiveException : Exception
{
    public ArchiveException() { }

    public ArchiveException(string message) : base(message) { }

    public ArchiveException(string message, Exception inner) : base(message, inner) { }
}
