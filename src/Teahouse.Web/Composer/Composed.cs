using Teahouse.Protocol;
using Teahouse.Web.People;

namespace Teahouse.Web.Composer;

/// <summary>What a person asked for by writing into the composer.</summary>
public abstract record Composed
{
    private Composed() { }

    public sealed record Say(string Text) : Composed;

    /// <summary>/me: a deed.</summary>
    public sealed record Act(string Text) : Composed;

    /// <param name="Key">The room's, or an invitation's token; null: none.</param>
    public sealed record Join(string Room, string? Key = null) : Composed;

    /// <param name="Text">What to say there at once; may be empty.</param>
    public sealed record Talk(string Nick, string Text) : Composed;

    public sealed record Topic(string Text) : Composed;

    /// <summary>The room gets another name.</summary>
    public sealed record Rename(string Room) : Composed;

    /// <param name="Reason">May be empty.</param>
    public sealed record Leave(string Reason = "") : Composed;

    /// <param name="Text">Null: back again.</param>
    public sealed record Away(string? Text) : Composed;

    /// <summary>Another name for oneself.</summary>
    public sealed record CallMe(string Name) : Composed;

    /// <summary>Who somebody is.</summary>
    public sealed record Profile(string Nick) : Composed;

    /// <param name="IsIgnored">False: no longer.</param>
    public sealed record Ignore(string Nick, bool IsIgnored) : Composed;

    /// <param name="Reason">May be empty.</param>
    public sealed record Moderate(MemberAct What, string Nick, string Reason) : Composed;

    /// <param name="Who">A name, an account, or a mask as the list of bans shows it.</param>
    public sealed record Unban(string Who) : Composed;

    public sealed record AskIn(string Nick) : Composed;

    /// <summary>The server's rooms.</summary>
    public sealed record Browse : Composed;

    /// <param name="Words">May be empty.</param>
    public sealed record Find(string Words) : Composed;

    /// <summary>What there is to write with a slash.</summary>
    public sealed record Help : Composed;

    /// <summary>It cannot be done; the words stay in the box.</summary>
    /// <param name="Wants">What the command wants after it, if that is what is wrong.</param>
    public sealed record Wrong(Text Why, string About, Text? Wants = null) : Composed;

    /// <param name="text">What was written; a slash begins a command, two slashes a message with one.</param>
    /// <param name="inRoom">Whether it was written in a room.</param>
    public static Composed Read(string text, bool inRoom)
    {
        var trimmed = text.Trim('\n', '\r', ' ');
        if (!trimmed.StartsWith('/')) return new Say(trimmed);
        if (trimmed.StartsWith("//", StringComparison.Ordinal)) return new Say(trimmed[1..]);
        var space = trimmed.AsSpan().IndexOfAny(' ', '\n');
        var name = space < 0 ? trimmed : trimmed[..space];
        if (ComposerCommand.Find(name) is not { } command) return new Wrong(ComposerTexts.UnknownCommand, name);
        if (command.InRoomsOnly && !inRoom) return new Wrong(ComposerTexts.NotInARoom, name);
        return command.Read(space < 0 ? "" : trimmed[(space + 1)..].Trim()) ?? new Wrong(ComposerTexts.NeedsArgument, name, command.Wants);
    }

    /// <summary>The room's name of what was typed as one, with its <c>#</c>; null if it cannot be one.</summary>
    public static string? RoomName(string typed)
    {
        var name = typed.Trim();
        if (!name.StartsWith('#')) name = "#" + name;
        return ChannelName.TryParse(name, out var channel) ? channel.Value : null;
    }
}
