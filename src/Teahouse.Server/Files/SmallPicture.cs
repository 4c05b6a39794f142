using Teahouse.Core.Files;

namespace Teahouse.Server.Files;

/// <summary>The picture that stands for a file in a timeline. The sender's browser makes it; nobody decodes pictures here.</summary>
internal static class SmallPicture
{
    public const int LongestBytes = 64 * 1024;

    private static readonly string[] Types = ["image/webp", "image/png", "image/jpeg"];

    /// <summary>Null if it is too large.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > LongestBytes) return null;
        // One byte more shows that it is too long, whatever was said of its length.
        var bytes = new byte[LongestBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return length > LongestBytes ? null : bytes[..length];
    }

    public static bool IsPicture(ReadOnlySpan<byte> bytes) => TypeOf(bytes) is not null;

    /// <summary>By how it begins; null for anything else.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var type in Types)
            if (FileTypes.Agrees(type, bytes)) return type;
        return null;
    }
}
