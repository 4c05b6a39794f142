using System.Globalization;

namespace Teahouse.Web.Messages;

/// <summary>The colours that the page has a readable shade of, in both themes.</summary>
public enum Hue
{
    Grey,
    Red,
    Orange,
    Yellow,
    Lime,
    Green,
    Teal,
    Cyan,
    Azure,
    Blue,
    Purple,
    Magenta,
    Pink,
}

/// <summary>Reads colour codes (https://modern.ircdocs.horse/formatting#colors): the nearest hue of any of them.</summary>
internal static class Colours
{
    private const int None = 99;

    // 0 to 15; black and white are the page's own ink.
    private static readonly Hue?[] Named =
    [
        null, null, Hue.Blue, Hue.Green, Hue.Red, Hue.Orange, Hue.Purple, Hue.Orange, Hue.Yellow, Hue.Lime, Hue.Teal, Hue.Cyan, Hue.Azure, Hue.Pink,
        Hue.Grey, Hue.Grey,
    ];

    // 16 to 87 are rows of these; also the circle of hues, in steps of 30 degrees.
    private static readonly Hue[] Circle =
    [
        Hue.Red, Hue.Orange, Hue.Yellow, Hue.Lime, Hue.Green, Hue.Teal, Hue.Cyan, Hue.Azure, Hue.Blue, Hue.Purple, Hue.Magenta, Hue.Pink,
    ];

    /// <param name="rest">What follows the code.</param>
    /// <param name="at">Moved over what belongs to it.</param>
    public static TextSpan Read(ReadOnlySpan<char> rest, TextSpan style, ref int at)
    {
        var length = Digits(rest);
        if (length == 0) return style with { Fore = null, Back = null };
        style = style with { Fore = Numbered(rest[..length]) };
        if (length < rest.Length && rest[length] == ',' && Digits(rest[(length + 1)..]) is > 0 and var more)
        {
            style = style with { Back = Numbered(rest.Slice(length + 1, more)) };
            length += 1 + more;
        }
        at += length;
        return style;
    }

    /// <inheritdoc cref="Read"/>
    public static TextSpan ReadHex(ReadOnlySpan<char> rest, TextSpan style, ref int at)
    {
        if (!IsHex(rest)) return style with { Fore = null, Back = null };
        style = style with { Fore = Mixed(rest) };
        var length = 6;
        if (rest.Length > 6 && rest[6] == ',' && IsHex(rest[7..]))
        {
            style = style with { Back = Mixed(rest[7..]) };
            length = 13;
        }
        at += length;
        return style;
    }

    private static Hue? Numbered(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) switch
        {
            < 16 and var n => Named[n],
            < 88 and var n => Circle[(n - 16) % Circle.Length],
            None => null,
            _ => Hue.Grey,
        };

    private static Hue? Mixed(ReadOnlySpan<char> hex)
    {
        int red = Byte(hex), green = Byte(hex[2..]), blue = Byte(hex[4..]);
        int most = Math.Max(red, Math.Max(green, blue)), spread = most - Math.Min(red, Math.Min(green, blue));
        if (spread < 32) return most is < 48 or > 224 ? null : Hue.Grey;
        var sixth = most == red ? (double)(green - blue) / spread
            : most == green ? 2 + (double)(blue - red) / spread
            : 4 + (double)(red - green) / spread;
        return Circle[((int)Math.Round(sixth * 2) + Circle.Length) % Circle.Length];

        static int Byte(ReadOnlySpan<char> text) => int.Parse(text[..2], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var n = 0;
        while (n < 2 && n < text.Length && char.IsAsciiDigit(text[n])) n++;
        return n;
    }

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        if (text.Length < 6) return false;
        foreach (var c in text[..6])
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }
}
