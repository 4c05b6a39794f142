using Microsoft.AspNetCore.Components;

namespace Teahouse.Web.Messages;

/// <summary>A message's text with formatting, links and names.</summary>
public sealed partial class MessageBody
{
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    [Parameter, EditorRequired] public MentionFinder Names { get; set; } = new("", static _ => false);

    private static string? Style(TextSpan span)
    {
        var mention = span.Mention switch
        {
            Mention.Me => "me",
            Mention.Someone => "someone",
            _ => "",
        };
        var classes = $"{mention}{Class(TextStyle.Bold, " b")}{Class(TextStyle.Italic, " i")}{Class(TextStyle.Underline, " u")}"
            + $"{Class(TextStyle.Strike, " s")}{Class(TextStyle.Mono, " mono")}";
        return classes.Length == 0 ? null : classes;

        string Class(TextStyle flag, string name) => span.Style.HasFlag(flag) ? name : "";
    }
}
