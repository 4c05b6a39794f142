using System.Collections.Immutable;

namespace Teahouse.Core.Files;

/// <summary>Links to shared files: <c>/file/&lt;key&gt;/&lt;name&gt;</c> behind the address of the server's page.</summary>
public static class FileLinks
{
    public const string Prefix = "/file/";

    /// <summary>128 bits.</summary>
    public const int KeyLength = 22;

    public static bool IsKey(ReadOnlySpan<char> text)
    {
        if (text.Length != KeyLength) return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) return false;
        return true;
    }

    public static string Path(SharedFile file) => $"{Prefix}{file.Key}/{Uri.EscapeDataString(file.Name)}";

    /// <summary>The keys that a text names, each once, in order. Whether they are of files of this server, the store knows.</summary>
    public static ImmutableArray<string> Keys(string text)
    {
        var keys = ImmutableArray.CreateBuilder<string>();
        for (var at = text.IndexOf(Prefix, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Prefix, at + 1, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + Prefix.Length);
            if (rest.Length < KeyLength || !IsKey(rest[..KeyLength]) || (rest.Length > KeyLength && rest[KeyLength] is not ('/' or ' ' or '\n'))) continue;
            var key = rest[..KeyLength].ToString();
            if (!keys.Contains(key)) keys.Add(key);
        }
        return keys.ToImmutable();
    }
}
