namespace Teahouse.Core.Metadata;

/// <summary>What a key may be, and who sees it. https://ircv3.net/specs/extensions/metadata#keys-and-values</summary>
internal static class MetadataKey
{
    /// <summary>In characters; they are ASCII.</summary>
    public const int Longest = 64;

    /// <summary>Keys of people that begin so are their own business: their own sessions see them, and operators.</summary>
    public const string PrivatePrefix = "teahouse.chat/private/";

    public static bool IsValid(string key) =>
        key.Length is > 0 and <= Longest && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.' or '/' or '-');

    public static bool IsPrivate(string key) => key.StartsWith(PrivatePrefix, StringComparison.Ordinal);

    /// <summary>As the wire names it.</summary>
    public static string Visibility(string key) => IsPrivate(key) ? "private" : "*";
}
