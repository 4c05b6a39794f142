namespace Teahouse.Server.Listeners;

/// <summary>Knows an HTTP/1 request by its first line: <c>GET / HTTP/1.1</c>.</summary>
internal static class HttpRequestLine
{
    /// <param name="line">Without its LF; with or without the CR.</param>
    public static bool Is(ReadOnlySpan<byte> line)
    {
        line = line.TrimEnd((byte)'\r');
        var method = line.IndexOf((byte)' ');
        var version = line.LastIndexOf((byte)' ');
        return method > 0 && version > method
            && line[(version + 1)..].StartsWith("HTTP/"u8)
            && line[(method + 1)..version].IndexOf((byte)' ') < 0
            && line[..method].IndexOfAnyExceptInRange((byte)'A', (byte)'Z') < 0;
    }
}
