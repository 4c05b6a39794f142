namespace Teahouse.Web.Composer;

/// <summary>A way to end what is being written.</summary>
/// <param name="Insert">What takes the place of the word that was begun.</param>
/// <param name="Label">How it is listed.</param>
/// <param name="Note">What it is; may be empty.</param>
public abstract record Suggestion(string Insert, string Label, string Note)
{
    public sealed record Person(string Nick) : Suggestion($"@{Nick} ", Nick, "");

    /// <summary>All in the room, or all who are not away.</summary>
    public sealed record Group(string Word, string Meaning) : Suggestion($"@{Word} ", Word, Meaning);

    /// <param name="Name">With its <c>#</c>.</param>
    /// <param name="Topic">Of a room that one is in; may be empty.</param>
    public sealed record Place(string Name, string Topic) : Suggestion($"{Name} ", Name, Topic);

    public sealed record Picture(string Emoji, string Word) : Suggestion(Emoji, $"{Emoji} {Word}", "");

    /// <summary>A person whom a command is about.</summary>
    /// <param name="Whole">The command with the name, and a space.</param>
    public sealed record Named(string Whole, string Nick) : Suggestion(Whole, Nick, "");

    public sealed record Order(string Name, string Wants, string Does) : Suggestion($"{Name} ", $"{Name} {Wants}".TrimEnd(), Does);
}
