namespace Teahouse.Server.Texts;

/// <summary>How many columns of a terminal a text takes: two for a Chinese character, and for its punctuation.</summary>
internal static class CellWidth
{
    public static int Of(string text) => text.EnumerateRunes().Sum(rune => rune.Value is >= 0x1100 and < 0x20000 and not (>= 0x2000 and < 0x2E80) ? 2 : 1);
}
