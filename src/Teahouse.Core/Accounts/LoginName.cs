using Teahouse.Core.Names;

namespace Teahouse.Core.Accounts;

/// <summary>Who logs in, and by what: <c>account@device</c> names the device that the person sits at. No account's name has an @.</summary>
/// <param name="Device">At most 60 characters; empty: not named.</param>
public readonly record struct LoginName(string Account, string Device)
{
    private const int LongestDevice = 60;

    public static LoginName Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? new(text, "") : new(text[..at], DeviceLabel(text[(at + 1)..]));
    }

    /// <summary>Whether both mean the same account.</summary>
    public static bool AreOne(string one, string other) => NameRules.Fold(Parse(one).Account) == NameRules.Fold(Parse(other).Account);

    /// <summary>What a person typed as a device's name, fit to be shown.</summary>
    internal static string DeviceLabel(string typed)
    {
        var clean = string.Concat(typed.Where(c => !char.IsControl(c))).Trim();
        if (clean.Length <= LongestDevice) return clean;
        // Never half a character.
        return clean[..(char.IsHighSurrogate(clean[LongestDevice - 1]) ? LongestDevice - 1 : LongestDevice)];
    }
}
