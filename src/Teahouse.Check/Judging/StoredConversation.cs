namespace Teahouse.Check.Judging;

/// <summary>The history of a conversation, as it was read when all was over.</summary>
/// <param name="Conversation">Into <see cref="RunRecord.Conversations"/>.</param>
/// <param name="Entries">The messages, from the first to the last.</param>
public sealed record StoredConversation(int Conversation, IReadOnlyList<Sighting> Entries);
