using System.Text;

namespace Teahouse.Protocol;

/// <summary>
/// A channel's name (https://modern.ircdocs.horse/#channels): <c>#</c> and at least one more character, up to 64 bytes of UTF-8,
/// without spaces of any kind, commas, control characters and invisible formatting. Compared without regard to ASCII case.
/// </summary>
/// <remarks>The default value has the empty name.</remarks>
public readonly struct ChannelName : IEquatable<ChannelName>
{
    /// <summary>The longest name in bytes of UTF-8, the <c>#</c> included.</summary>
    public const int MaxBytes = 64;

    private readonly string? _value;
    private readonly string? _folded;

    private ChannelName(string value)
    {
        _value = value;
        _folded = AsciiCase.Fold(value);
    }

    public string Value => _value ?? "";

    /// <summary>Lower-case in ASCII: the key to find it by.</summary>
    public string Folded => _folded ?? "";

    public static bool TryParse(string? text, out ChannelName name)
    {
        name = default;
        if (text is null || text.Length is < 2 or > MaxBytes || text[0] != '#') return false;
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes || !NameRunes.IsChannel(text)) return false;
        name = new ChannelName(text);
        return true;
    }

    public bool Equals(ChannelName other) => Folded == other.Folded;

    public override bool Equals(object? obj) => obj is ChannelName other && Equals(other);

    public override int GetHashCode() => Folded.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;

    public static bool operator ==(ChannelName left, ChannelName right) => left.Equals(right);

    public static bool operator !=(ChannelName left, ChannelName right) => !left.Equals(right);
}
