using System.Globalization;

namespace Teahouse.Core.Names;

/// <summary>
/// Unicode's data as tools/unicode-tables.py wrote it down, read at the first use. The server has its own tables because
/// folded names are keys in the database: they must not depend on the machine's globalization library.
/// </summary>
internal sealed class UnicodeTables
{
    private static readonly Lazy<UnicodeTables> Lazily = new(() => new UnicodeTables());

    private readonly Dictionary<(int, int), int> _compose = [];
    private readonly Dictionary<int, byte> _classes = [];
    private readonly List<(int First, int Last)> _ignorable = [];

    private UnicodeTables()
    {
        using var stream = typeof(UnicodeTables).Assembly.GetManifestResourceStream("unicode-tables.txt")
            ?? throw new InvalidOperationException("unicode-tables.txt is not in the assembly.");
        using var reader = new StreamReader(stream);
        Action<int[]> add = _ => throw new FormatException("unicode-tables.txt begins without a heading.");
        while (reader.ReadLine() is { } line)
        {
            if (char.IsAsciiLetterLower(line[0])) add = Under(line);
            else add(Numbers(line));
        }
    }

    public static UnicodeTables Instance => Lazily.Value;

    public Dictionary<int, int[]> Canonical { get; } = [];

    /// <summary>Where it differs from <see cref="Canonical"/>.</summary>
    public Dictionary<int, int[]> Compatible { get; } = [];

    public Dictionary<int, int[]> Folding { get; } = [];

    public Dictionary<int, int[]> Small { get; } = [];

    public Dictionary<int, int[]> Capital { get; } = [];

    public int ClassOf(int point) => point < 0x300 ? 0 : _classes.GetValueOrDefault(point);

    public bool TryCompose(int first, int second, out int whole) => _compose.TryGetValue((first, second), out whole);

    public bool IsIgnorable(int point)
    {
        foreach (var (first, last) in _ignorable)
            if (point >= first && point <= last)
                return true;
        return false;
    }

    private Action<int[]> Under(string heading) => heading switch
    {
        "canonical" => numbers => Canonical.Add(numbers[0], numbers[1..]),
        "compatible" => numbers => Compatible.Add(numbers[0], numbers[1..]),
        "compose" => numbers => _compose.Add((numbers[0], numbers[1]), numbers[2]),
        "class" => numbers =>
        {
            for (var point = numbers[0]; point <= numbers[1]; point++) _classes.Add(point, (byte)numbers[2]);
        },
        "fold" => numbers => Folding.Add(numbers[0], numbers[1..]),
        "ignorable" => numbers => _ignorable.Add((numbers[0], numbers[1])),
        "small" => numbers => Small.Add(numbers[0], numbers[1..]),
        "capital" => numbers => Capital.Add(numbers[0], numbers[1..]),
        _ => throw new FormatException($"unicode-tables.txt has a heading that is not known: {heading}"),
    };

    private static int[] Numbers(string line)
    {
        Span<Range> fields = stackalloc Range[32];
        var numbers = new int[line.AsSpan().Split(fields, ' ')];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = int.Parse(line.AsSpan(fields[i]), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return numbers;
    }
}
