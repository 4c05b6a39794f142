using System.Collections.Frozen;

namespace Teahouse.Core.Files;

/// <summary>
/// Media types that a browser shows by itself, and how their files begin. Everything else is saved, never shown: a page or a drawing with
/// a script in it runs nowhere. https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
/// </summary>
public static class FileTypes
{
    public const string Unknown = "application/octet-stream";

    /// <summary>How many bytes <see cref="Agrees"/> looks at.</summary>
    public const int HeadBytes = 16;

    private delegate bool Beginning(ReadOnlySpan<byte> head);

    private static readonly FrozenDictionary<string, Beginning> Shown = new Dictionary<string, Beginning>
    {
        ["image/png"] = head => head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]),
        ["image/jpeg"] = head => head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]),
        ["image/gif"] = head => head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8),
        ["image/webp"] = head => IsRiff(head, "WEBP"u8),
        ["image/avif"] = head => IsBrand(head, "avif"u8) || IsBrand(head, "avis"u8),
        ["audio/mpeg"] = head => head.StartsWith("ID3"u8) || (head.Length > 1 && head[0] == 0xff && (head[1] & 0xe0) == 0xe0),
        ["audio/ogg"] = head => head.StartsWith("OggS"u8),
        ["audio/wav"] = head => IsRiff(head, "WAVE"u8),
        ["audio/flac"] = head => head.StartsWith("fLaC"u8),
        ["audio/mp4"] = IsMp4,
        ["audio/webm"] = IsWebM,
        ["video/mp4"] = IsMp4,
        ["video/webm"] = IsWebM,
        ["video/ogg"] = head => head.StartsWith("OggS"u8),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a browser may show it in place.</summary>
    public static bool IsShown(string type) => Shown.ContainsKey(type);

    /// <summary>Whether a file that begins so can be of the type; of what is not shown nothing is asked.</summary>
    public static bool Agrees(string type, ReadOnlySpan<byte> head) => !Shown.TryGetValue(type, out var begins) || begins(head);

    /// <summary>The type as it is kept: lower case, without parameters; <see cref="Unknown"/> for what is none.</summary>
    public static string Clean(string? given)
    {
        var type = (given ?? "").Split(';')[0].Trim().ToLowerInvariant();
        var slash = type.IndexOf('/', StringComparison.Ordinal);
        var isType = type.Length <= 100 && slash > 0 && slash < type.Length - 1 && type.Count(c => c == '/') == 1
            && type.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '+' or '-' or '.' or '_');
        return isType ? type : Unknown;
    }

    private static bool IsRiff(ReadOnlySpan<byte> head, ReadOnlySpan<byte> form) => head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith(form);

    private static bool IsMp4(ReadOnlySpan<byte> head) => head.Length >= 8 && head[4..].StartsWith("ftyp"u8);

    private static bool IsBrand(ReadOnlySpan<byte> head, ReadOnlySpan<byte> brand) => IsMp4(head) && head[8..].StartsWith(brand);

    private static bool IsWebM(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1a, 0x45, 0xdf, 0xa3]);
}
