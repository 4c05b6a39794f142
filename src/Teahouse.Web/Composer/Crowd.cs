using Teahouse.Client;

namespace Teahouse.Web.Composer;

/// <summary>Many lines for many people: something to think about before it goes out.</summary>
public sealed record Crowd(int Lines, int People)
{
    /// <summary>As many may be written to anybody.</summary>
    public const int FewLines = 5;

    /// <summary>As many people, oneself included, are no crowd.</summary>
    public const int FewPeople = 20;

    /// <param name="text">As it was written.</param>
    /// <returns>Null if it may simply go.</returns>
    public static Crowd? Of(string text, Conversation conversation)
    {
        if (conversation is not Room { Members.Count: > FewPeople } room) return null;
        if (Composed.Read(text, inRoom: true) is not Composed.Say { Text: var said }) return null;
        var lines = said.AsSpan().Count('\n') + 1;
        return lines > FewLines ? new(lines, room.Members.Count) : null;
    }
}
