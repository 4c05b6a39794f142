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
        var bytes = new byte[LongestBytes];
        var length = await request.Body.ReadAtLeastAsync(bytes, LongestBytes, throwOnEndOfStream: false, cancel);
        return bytes[..length];
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
