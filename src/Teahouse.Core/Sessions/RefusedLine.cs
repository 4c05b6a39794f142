using System.Buffers;
using System.Text;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>What can still be made out of a line that was refused, so that the answer finds its question.</summary>
/// <param name="Command">Its first word, as far as that is fit to be shown, or "*".</param>
/// <param name="Label">Its label, if it had one.</param>
internal readonly record struct RefusedLine(string Command, string? Label)
{
    private const int LongestCommand = 16;

    public static RefusedLine Of(in ReadOnlySequence<byte> line)
    {
        ReadOnlySpan<byte> rest = line.ToArray();
        rest = rest.TrimStart((byte)' ');
        string? label = null;
        if (!rest.IsEmpty && rest[0] == '@') label = LabelIn(TakeWord(ref rest)[1..]);
        if (!rest.IsEmpty && rest[0] == ':') TakeWord(ref rest);
        var word = TakeWord(ref rest);
        return new RefusedLine(IsShown(word) ? Encoding.ASCII.GetString(word) : "*", label);
    }

    private static ReadOnlySpan<byte> TakeWord(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)' ');
        var word = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[end..].TrimStart((byte)' ');
        return word;
    }

    private static string? LabelIn(ReadOnlySpan<byte> tags)
    {
        foreach (var range in tags.Split((byte)';'))
        {
            var tag = tags[range];
            if (tag.StartsWith("label="u8) && Ascii.IsValid(tag)) return TagValue.Unescape(Encoding.ASCII.GetString(tag["label=".Length..]));
        }
        return null;
    }

    private static bool IsShown(ReadOnlySpan<byte> word)
    {
        foreach (var b in word)
            if (!char.IsAsciiLetterOrDigit((char)b) && b != '_') return false;
        return word.Length is > 0 and <= LongestCommand;
    }
}
