using System.Text;

namespace Teahouse.Protocol;

/// <summary>
/// A nickname that Teahouse allows (https://modern.ircdocs.horse/#clients, made stricter): 1 to 96 bytes of UTF-8. Of ASCII: letters,
/// digits and <c>[ ] \ ` _ ^ { | } ~ -</c>. Beyond ASCII: letters, marks (three in a row at most), digits and emoji, nothing invisible
/// (<see cref="NickLetters"/>). The first character is no digit, no mark, no <c>-</c> and no <c>~</c>. Compared without regard to ASCII case.
/// </summary>
/// <remarks>What looks alike is for the server's name registry to refuse. The default value has the empty name.</remarks>
public readonly struct Nick : IEquatable<Nick>
{
    /// <summary>The longest nick in bytes of UTF-8.</summary>
    public const int MaxBytes = 96;

    private readonly string? _value;
    private readonly string? _folded;

    private Nick(string value)
    {
        _value = value;
        _folded = AsciiCase.Fold(value);
    }

    public string Value => _value ?? "";

    /// <summary>Lower-case in ASCII: the key to find it by.</summary>
    public string Folded => _folded ?? "";

    public static bool TryParse(string? text, out Nick nick) => TryParse(text, unicode: true, out nick);

    /// <param name="unicode">False: ASCII characters only.</param>
    public static bool TryParse(string? text, bool unicode, out Nick nick)
    {
        nick = default;
        if (string.IsNullOrEmpty(text) || text.Length > MaxBytes || Encoding.UTF8.GetByteCount(text) > MaxBytes) return false;
        if (!NameRunes.IsNick(text, unicode)) return false;
        nick = new Nick(text);
        return true;
    }

    public bool Equals(Nick other) => Folded == other.Folded;

    public override bool Equals(object? obj) => obj is Nick other && Equals(other);

    public override int GetHashCode() => Folded.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;

    public static bool operator ==(Nick left, Nick right) => left.Equals(right);

    public static bool operator !=(Nick left, Nick right) => !left.Equals(right);
}
