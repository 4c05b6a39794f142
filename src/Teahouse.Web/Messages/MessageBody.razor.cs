using Microsoft.AspNetCore.Components;

namespace Teahouse.Web.Messages;

/// <summary>A message's text with formatting, links and names.</summary>
public sealed partial class MessageBody
{
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    [Parameter, EditorRequired] public MentionFinder Names { get; set; } = new("", static _ => false);

    /// <summary>Words for everybody in it are names.</summary>
    [Parameter] public bool Calls { get; set; }

    private IReadOnlyList<MessageBlock> blocks = [];

    protected override void OnParametersSet() => blocks = MessageBlock.Of(Text, Calls ? Names.Calling() : Names);

    private static string? Style(TextSpan span)
    {
        var classes = new List<string>();
        if (span.Mention == Mention.Me) classes.Add("me");
        if (span.Mention == Mention.Someone) classes.Add("someone");
        Add(TextStyle.Bold, "b");
        Add(TextStyle.Italic, "i");
        Add(TextStyle.Underline, "u");
        Add(TextStyle.Strike, "s");
        Add(TextStyle.Mono, "mono");
        Add(TextStyle.Reverse, "reverse");
        if (span.Fore is { } fore) classes.Add($"fore-{Name(fore)}");
        if (span.Back is { } back) classes.Add($"back back-{Name(back)}");
        return classes.Count == 0 ? null : string.Join(' ', classes);

        void Add(TextStyle flag, string name)
        {
            if (span.Style.HasFlag(flag)) classes.Add(name);
        }
    }

    private static string Style(CodeKind kind) => $"k-{kind.ToString().ToLowerInvariant()}";

    private static string Name(Hue hue) => hue.ToString().ToLowerInvariant();
}
