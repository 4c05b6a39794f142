using System.Text;

namespace Teahouse.Core.Names;

/// <summary>
/// A text as code points, and Unicode's normalization of it (UAX #15): decompose, put marks in order, compose.
/// What is no character (a lone surrogate) is U+FFFD.
/// </summary>
internal sealed class UnicodeText
{
    private const int FirstSyllable = 0xAC00, LastSyllable = 0xD7A3;
    private const int FirstLead = 0x1100, FirstVowel = 0x1161, BeforeFirstTail = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28;

    private readonly UnicodeTables _tables = UnicodeTables.Instance;
    private List<int> _points;

    public UnicodeText(string text)
    {
        _points = new(text.Length);
        foreach (var rune in text.EnumerateRunes()) _points.Add(rune.Value);
    }

    public UnicodeText Decompose(bool compatible)
    {
        var result = new List<int>(_points.Count + 8);
        foreach (var point in _points)
        {
            if (point is >= FirstSyllable and <= LastSyllable) AddSyllable(point - FirstSyllable, result);
            else if (compatible && _tables.Compatible.TryGetValue(point, out var parts)) result.AddRange(parts);
            else if (_tables.Canonical.TryGetValue(point, out parts)) result.AddRange(parts);
            else result.Add(point);
        }
        _points = result;
        OrderMarks();
        return this;
    }

    /// <summary>Composes what was decomposed.</summary>
    public UnicodeText Compose()
    {
        var (written, starter, last) = (0, -1, 0);
        for (var read = 0; read < _points.Count; read++)
        {
            var point = _points[read];
            var kind = _tables.ClassOf(point);
            // A mark reaches its starter past marks of a lower class only, and a starter only one right before it.
            var reaches = starter >= 0 && (last < kind || (last == 0 && starter == written - 1));
            if (reaches && TryPair(_points[starter], point, out var whole))
            {
                _points[starter] = whole;
                continue;
            }
            if (kind == 0) starter = written;
            last = kind;
            _points[written++] = point;
        }
        _points.RemoveRange(written, _points.Count - written);
        return this;
    }

    public UnicodeText Replace(Dictionary<int, int[]> by)
    {
        var result = new List<int>(_points.Count + 8);
        foreach (var point in _points)
        {
            if (by.TryGetValue(point, out var others)) result.AddRange(others);
            else result.Add(point);
        }
        _points = result;
        return this;
    }

    public UnicodeText RemoveIgnorable()
    {
        _points.RemoveAll(_tables.IsIgnorable);
        return this;
    }

    public override string ToString()
    {
        var text = new StringBuilder(_points.Count);
        Span<char> pair = stackalloc char[2];
        foreach (var point in _points) text.Append(pair[..new Rune(point).EncodeToUtf16(pair)]);
        return text.ToString();
    }

    private void OrderMarks()
    {
        for (var end = 1; end < _points.Count; end++)
        {
            var kind = _tables.ClassOf(_points[end]);
            if (kind == 0) continue;
            for (var at = end; at > 0 && _tables.ClassOf(_points[at - 1]) > kind; at--)
                (_points[at], _points[at - 1]) = (_points[at - 1], _points[at]);
        }
    }

    private bool TryPair(int first, int second, out int whole)
    {
        // Hangul is computed: lead and vowel, then syllable and tail.
        if (first is >= FirstLead and < FirstLead + Leads && second is >= FirstVowel and < FirstVowel + Vowels)
        {
            whole = FirstSyllable + ((first - FirstLead) * Vowels + second - FirstVowel) * Tails;
            return true;
        }
        if (first is >= FirstSyllable and <= LastSyllable && (first - FirstSyllable) % Tails == 0
            && second is > BeforeFirstTail and < BeforeFirstTail + Tails)
        {
            whole = first + second - BeforeFirstTail;
            return true;
        }
        return _tables.TryCompose(first, second, out whole);
    }

    private static void AddSyllable(int index, List<int> into)
    {
        into.Add(FirstLead + index / (Vowels * Tails));
        into.Add(FirstVowel + index % (Vowels * Tails) / Tails);
        if (index % Tails != 0) into.Add(BeforeFirstTail + index % Tails);
    }
}
