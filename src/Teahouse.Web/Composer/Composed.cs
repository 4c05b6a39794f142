using Teahouse.Protocol;

namespace Teahouse.Web.Composer;

/// <summary>What a person asked for by writing into the composer.</summary>
public abstract record Composed
{
    private Composed() { }

    public sealed record Say(string Text) : Composed;

    /// <summary>/me: a deed.</summary>
    public sealed record Act(string Text) : Composed;

    public sealed record Join(string Room) : Composed;

    /// <param name="Text">What to say there at once; may be empty.</param>
    public sealed record Talk(string Nick, string Text) : Composed;

    public sealed record Topic(string Text) : Composed;

    public sealed record Leave : Composed;

    /// <param name="Text">Null: back again.</param>
    public sealed record Away(string? Text) : Composed;

    /// <summary>It cannot be done; the words stay in the box.</summary>
    public sealed record Wrong(Text Why, string About) : Composed;

    /// <param name="text">What was written; a slash begins a command, two slashes a message with one.</param>
    /// <param name="inRoom">Whether it was written in a room.</param>
    public static Composed Read(string text, bool inRoom)
    {
        var trimmed = text.Trim('\n', '\r', ' ');
        if (!trimmed.StartsWith('/')) return new Say(trimmed);
        if (trimmed.StartsWith("//", StringComparison.Ordinal)) return new Say(trimmed[1..]);
        var space = trimmed.AsSpan().IndexOfAny(' ', '\n');
        var command = space < 0 ? trimmed : trimmed[..space];
        var rest = space < 0 ? "" : trimmed[(space + 1)..].Trim();
        return AsciiCase.Fold(command) switch
        {
            "/me" => rest.Length > 0 ? new Act(rest) : NeedsArgument(command),
            "/join" or "/j" => ReadJoin(command, rest),
            "/msg" or "/query" => ReadTalk(command, rest),
            "/topic" => inRoom ? new Topic(rest) : new Wrong(ComposerTexts.NotInARoom, command),
            "/part" or "/leave" => inRoom ? new Leave() : new Wrong(ComposerTexts.NotInARoom, command),
            "/away" => rest.Length > 0 ? new Away(rest) : NeedsArgument(command),
            "/back" => new Away(null),
            _ => new Wrong(ComposerTexts.UnknownCommand, command),
        };
    }

    private static Composed ReadJoin(string command, string rest)
    {
        if (rest.Length == 0) return NeedsArgument(command);
        var room = RoomName(rest);
        return room is null ? new Wrong(ComposerTexts.NotARoomName, rest) : new Join(room);
    }

    private static Composed ReadTalk(string command, string rest)
    {
        var parts = rest.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0) return NeedsArgument(command);
        return new Talk(parts[0], parts.Length > 1 ? parts[1] : "");
    }

    /// <summary>The room's name of what was typed as one, with its <c>#</c>; null if it cannot be one.</summary>
    public static string? RoomName(string typed)
    {
        var name = typed.Trim();
        if (!name.StartsWith('#')) name = "#" + name;
        return ChannelName.TryParse(name, out var channel) ? channel.Value : null;
    }

    private static Wrong NeedsArgument(string command) => new(ComposerTexts.NeedsArgument, command);
}
