using Teahouse.Client;

namespace Teahouse.Web.Messages;

/// <summary>The message that another one answers, as it is shown above the answer.</summary>
/// <param name="Nick">Null if it is not at hand: older than what was loaded.</param>
/// <param name="Text">On one line; empty if it was taken back.</param>
public sealed record Quote(string MessageId, string? Nick, string Text)
{
    private const int Longest = 160;

    public static Quote? Of(TimelineMessage message, Func<string, TimelineMessage?> find)
    {
        if (message.ReplyTo is not { } id) return null;
        return find(id) is { } answered ? new(id, Formatting.Plain(answered.From.Nick), Line(answered.Text)) : new(id, null, "");
    }

    /// <summary>A message in one short line.</summary>
    public static string Line(string text)
    {
        var plain = Formatting.Plain(text);
        if (plain.Length <= Longest) return plain;
        var end = char.IsHighSurrogate(plain[Longest - 1]) ? Longest - 1 : Longest;
        return plain[..end] + "…";
    }
}
