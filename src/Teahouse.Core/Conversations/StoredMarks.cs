using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>What the log keeps of an event beside its line, written as tags that no client can send (they have no <c>+</c>).</summary>
internal static class StoredMarks
{
    private const string Least = "least";
    private const string Import = "import";

    /// <summary>Of what was said elsewhere: its id there.</summary>
    public static Tags Imported(string id) => Tags.Empty.With(Import, id);

    /// <summary>Null for what was said here.</summary>
    public static string? ImportedAs(Tags tags) => tags[Import];

    public static Tags Add(Event happened)
    {
        var tags = happened.Tags;
        // A numbered entry's msgid follows from its number.
        if (!happened.Place.IsNumbered && happened.MsgId is { } id) tags = tags.With(TagNames.MsgId, id);
        if (happened.Least != MemberModes.None) tags = tags.With(Least, MemberRanks.Rows.First(r => r.Mode == happened.Least).Letter.ToString());
        return tags;
    }

    public static Event Take(Event stored)
    {
        if (stored.Tags[TagNames.MsgId] is { } id) stored = stored with { MsgId = id, Tags = stored.Tags.Without(TagNames.MsgId) };
        if (stored.Tags[Least] is { } letter)
            stored = stored with { Least = letter.Length == 1 ? MemberRanks.OfLetter(letter[0]) : MemberModes.Founder, Tags = stored.Tags.Without(Least) };
        if (stored.Tags.Contains(Import)) stored = stored with { Tags = stored.Tags.Without(Import) };
        return stored;
    }
}
