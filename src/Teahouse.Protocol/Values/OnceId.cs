using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Teahouse.Protocol;

/// <summary>
/// The sender's own id of a message, the tag <c>teahouse.chat/id</c>: a UUIDv7 (https://www.rfc-editor.org/rfc/rfc9562#section-5.7), which begins
/// with its time. Written in lower case with hyphens, so that each id has one form.
/// </summary>
/// <param name="Value">Its 128 bits: ids sort by time.</param>
public readonly record struct OnceId(UInt128 Value)
{
    /// <summary>How many characters every id has.</summary>
    public const int TextLength = 36;

    private const int TimeShift = 80;

    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789abcdef-");

    /// <summary>Milliseconds since 1970 UTC at which it was made.</summary>
    public long Time => (long)(ulong)(Value >> TimeShift);

    /// <param name="milliseconds">Since 1970 UTC, by the server's clock.</param>
    /// <param name="random">128 random bits, of which 74 are used.</param>
    public static OnceId Make(long milliseconds, UInt128 random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, (1L << 48) - 1);
        var version = (UInt128)7 << 76;
        var variant = (UInt128)2 << 62;
        var drawn = ((random & (((UInt128)1 << 74) - 1)) >> 62 << 64) | (random & (((UInt128)1 << 62) - 1));
        return new(((UInt128)(ulong)milliseconds << TimeShift) | version | variant | drawn);
    }

    /// <summary>The lowest value that an id of this time or a later one can have.</summary>
    public static UInt128 FirstOf(long milliseconds) => milliseconds <= 0 ? 0 : (UInt128)(ulong)milliseconds << TimeShift;

    public static bool TryParse([NotNullWhen(true)] string? text, out OnceId id)
    {
        id = default;
        if (text is not { Length: TextLength } || text.AsSpan().ContainsAnyExcept(Letters)) return false;
        // 8-4-4-4-12, version 7, variant 10 (8, 9, a or b).
        if (text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-' || text[14] != '7' || text[19] is not ('8' or '9' or 'a' or 'b')) return false;
        var digits = text.Replace("-", "", StringComparison.Ordinal);
        if (digits.Length != 32 || !UInt128.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return false;
        id = new(value);
        return true;
    }

    public override string ToString()
    {
        var digits = Value.ToString("x32", CultureInfo.InvariantCulture);
        return $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}";
    }
}
