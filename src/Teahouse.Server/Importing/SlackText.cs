using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Teahouse.Server.Importing;

/// <summary>Slack's text as people read it. https://docs.slack.dev/messaging/formatting-message-text</summary>
internal static partial class SlackText
{
    public static string Of(JsonElement message, SlackPeople people)
    {
        var text = new StringBuilder(Plain(message.Text("text"), people));
        if (text.Length == 0)
            foreach (var attachment in message.List("attachments")) Add(text, Plain(attachment.Text("fallback") is { Length: > 0 } said ? said : attachment.Text("text"), people));
        foreach (var file in message.List("files")) Add(text, $"📎 {file.Text("name")} {file.Text("url_private")}".TrimEnd());
        return text.ToString();
    }

    private static void Add(StringBuilder text, string line)
    {
        if (line.Length == 0) return;
        if (text.Length > 0) text.Append('\n');
        text.Append(line);
    }

    private static string Plain(string text, SlackPeople people)
    {
        text = Marked().Replace(text, match => Replace(match.Groups["what"].Value, match.Groups["label"].Value, people));
        return text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
    }

    private static string Replace(string what, string label, SlackPeople people) => what[0] switch
    {
        '@' => "@" + (label.Length > 0 ? label : people.NameOf(what[1..])),
        '#' => "#" + (label.Length > 0 ? label : what[1..]),
        '!' => label.Length > 0 ? label : "@" + what[1..],
        _ => label.Length > 0 && label != what ? $"{label} ({what})" : what,
    };

    [GeneratedRegex(@"<(?<what>[^<>|]+)(?:\|(?<label>[^<>]*))?>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Marked();
}
