using System.Collections.Immutable;
using Teahouse.Core.Log;

namespace Teahouse.Core.Search;

/// <summary>
/// What words were said where, for finding them quickly. It follows the log behind, conversation by conversation, and can be built
/// anew from it at any time; who asks it looks in the log itself at what it does not have yet.
/// Throws <see cref="SearchIndexException"/> when it cannot be used at the moment.
/// </summary>
public interface ISearchIndex
{
    /// <summary>The last sequence of this epoch that was taken; 0: none.</summary>
    ValueTask<long> PositionAsync(ConversationId conversation, int epoch, CancellationToken cancel = default);

    /// <summary>Takes what comes next of a conversation: all of it, or nothing.</summary>
    ValueTask TakeAsync(SearchBatch batch, CancellationToken cancel = default);

    /// <summary>Sequences of what was said in so many words, the newest or the oldest first.</summary>
    ValueTask<ImmutableArray<long>> FindAsync(SearchRequest request, CancellationToken cancel = default);
}

/// <param name="UpTo">The position after it.</param>
/// <param name="Oldest">What is older has expired, and goes.</param>
/// <param name="Anew">Nothing known of the conversation counts any more: another epoch, or another log.</param>
/// <param name="Removed">Sequences of what was taken away.</param>
public sealed record SearchBatch(
    ConversationId Conversation, int Epoch, long UpTo, long Oldest, bool Anew, ImmutableArray<SearchEntry> Added, ImmutableArray<long> Removed);

/// <summary>One message.</summary>
/// <param name="Senders">What its sender is found by, and whose message it answers.</param>
/// <param name="Words">See <see cref="SearchWords"/>.</param>
public sealed record SearchEntry(long Sequence, ImmutableArray<string> Senders, ImmutableArray<string> Words);

/// <param name="From">The first sequence wanted.</param>
/// <param name="To">The last one.</param>
/// <param name="Sender">As in <see cref="SearchEntry.Senders"/>; null: anybody.</param>
/// <param name="Terms">Each a run of words, the last of which may be the beginning of one; all must be there.</param>
public sealed record SearchRequest(
    ConversationId Conversation, int Epoch, long From, long To, string? Sender, ImmutableArray<ImmutableArray<string>> Terms, int Limit, bool Newest);

/// <summary>The index cannot be used at the moment; the log can.</summary>
public sealed class SearchIndexException(string message, Exception inner) : Exception(message, inner);
