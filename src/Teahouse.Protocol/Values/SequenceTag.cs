using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Teahouse.Protocol;

/// <summary>
/// An entry's place in its conversation, the tag <c>teahouse.chat/seq</c>: <c>epoch-number</c>. Numbers count from 1 without holes;
/// another epoch is another count.
/// </summary>
/// <param name="Epoch">Not negative.</param>
/// <param name="Number">Not negative; 0 is before the first entry.</param>
public readonly record struct SequenceTag(int Epoch, long Number)
{
    public string Format() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Number}");

    public override string ToString() => Format();

    /// <summary>Digits, one hyphen, digits: no signs, spaces or leading zeros, so that each place has one form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SequenceTag tag)
    {
        tag = default;
        var hyphen = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (hyphen < 0) return false;
        ReadOnlySpan<char> epochText = text.AsSpan(0, hyphen), numberText = text.AsSpan(hyphen + 1);
        if (!IsPlain(epochText) || !IsPlain(numberText)) return false;
        if (!int.TryParse(epochText, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)) return false;
        if (!long.TryParse(numberText, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        tag = new SequenceTag(epoch, number);
        return true;
    }

    // The framework's parsing lets NULs follow the digits.
    private static bool IsPlain(ReadOnlySpan<char> digits) =>
        !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9') && (digits.Length == 1 || digits[0] != '0');
}
