namespace Teahouse.Check.Judging;

/// <summary>
/// All that happened in a run, for the <see cref="Judge"/>. Ticks count what happens in the checker: of two ticks the smaller came first.
/// </summary>
/// <param name="Conversations">Their names: rooms, and direct chats.</param>
/// <param name="Histories">Of those conversations whose history could be read.</param>
public sealed record RunRecord(
    Promises Promises,
    IReadOnlyList<string> Conversations,
    IReadOnlyList<SentMessage> Messages,
    IReadOnlyList<View> Views,
    IReadOnlyList<StoredConversation> Histories);
