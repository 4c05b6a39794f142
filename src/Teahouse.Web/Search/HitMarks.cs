using Teahouse.Web.Messages;

namespace Teahouse.Web.Search;

/// <summary>Finds what was looked for in a message, so that it can be marked; long messages are cut to what surrounds the first of it.</summary>
public static class HitMarks
{
    private const int Longest = 220;
    private const int Before = 60;

    /// <returns>Pieces of one line of text; together they are a part of it, with … where it was cut.</returns>
    public static IReadOnlyList<(string Text, bool IsHit)> Of(string text, string wanted)
    {
        var plain = Formatting.Plain(text);
        var words = wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var first = words.Select(w => plain.IndexOf(w, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var from = plain.Length > Longest ? Whole(plain, Math.Max(0, Math.Min(first - Before, plain.Length - Longest))) : 0;
        var to = Whole(plain, Math.Min(plain.Length, from + Longest));
        var pieces = new List<(string, bool)>();
        if (from > 0) pieces.Add(("…", false));
        for (var at = from; at < to;)
        {
            var (start, length) = Next(plain, words, at, to);
            if (start > at) pieces.Add((plain[at..start], false));
            if (length > 0) pieces.Add((plain.Substring(start, length), true));
            at = start + length;
        }
        if (to < plain.Length) pieces.Add(("…", false));
        return pieces;
    }

    private static (int Start, int Length) Next(string text, string[] words, int from, int to)
    {
        var best = (Start: to, Length: 0);
        foreach (var word in words)
        {
            var at = text.IndexOf(word, from, to - from, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at < best.Start || (at == best.Start && word.Length > best.Length))) best = (at, word.Length);
        }
        return best;
    }

    // Not between the halves of one character.
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
