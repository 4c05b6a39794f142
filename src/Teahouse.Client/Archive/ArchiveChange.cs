using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>Something that an archive is to know.</summary>
/// <param name="Conversation">The room's or the person's name; ASCII case does not count.</param>
public abstract record ArchiveChange(string Conversation)
{
    /// <summary>An entry. With one of a higher epoch those of lower ones are gone.</summary>
    public sealed record Entry(string Conversation, SequenceTag At, DateTimeOffset Time, string Line) : ArchiveChange(Conversation);

    /// <summary>A message was taken back: nothing is left of it but its place.</summary>
    public sealed record TakenBack(string Conversation, string MessageId) : ArchiveChange(Conversation);

    /// <summary>Nothing of the conversation is to be kept.</summary>
    public sealed record Forgotten(string Conversation) : ArchiveChange(Conversation);

    public sealed record Renamed(string Conversation, string Name) : ArchiveChange(Conversation);
}
