using Teahouse.Client;

namespace Teahouse.Web.Messages;

/// <summary>A part of a message that stands by itself: running text, or a block of code.</summary>
public abstract record MessageBlock
{
    /// <summary>The parts of a message in order; a block of code takes the line breaks around it.</summary>
    public static IReadOnlyList<MessageBlock> Of(string text, MentionFinder names)
    {
        var lines = text.Split('\n');
        var blocks = new List<MessageBlock>();
        for (var from = 0; from < lines.Length;)
        {
            var isCode = IsCode(lines, from);
            var to = from + 1;
            while (to < lines.Length && IsCode(lines, to) == isCode) to++;
            blocks.Add(isCode
                ? new CodeBlock(string.Join('\n', lines[from..to].Select(Code)))
                : new TextBlock(MessageSpans.Of(string.Join('\n', lines[from..to]), names)));
            from = to;
        }
        return blocks;
    }

    // Clients that close what they open write a block as lines that are code as a whole.
    private static bool IsCode(string[] lines, int at) =>
        FormattingCodes.IsCodeLine(lines[at])
        || (IsWhole(lines[at]) && ((at > 0 && IsWhole(lines[at - 1])) || (at + 1 < lines.Length && IsWhole(lines[at + 1]))));

    private static bool IsWhole(string line) =>
        line.Length > 2 && line[0] == FormattingCodes.Monospace && line.AsSpan(1).IndexOf(FormattingCodes.Monospace) == line.Length - 2;

    // A tab keeps its width; a code within code is none.
    private static string Code(string line) => string.Concat(Formatting.Split(line).Select(s => s.Text));
}

public sealed record TextBlock(IReadOnlyList<TextSpan> Spans) : MessageBlock;

public sealed record CodeBlock(string Text) : MessageBlock;
