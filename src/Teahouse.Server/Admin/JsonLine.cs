namespace Teahouse.Server.Admin;

/// <summary>Lines ended by LF over a stream. Whoever reads asks for the next line only after it has dealt with the last.</summary>
internal static class JsonLine
{
    /// <summary>The next line without its end; null when the peer has closed.</summary>
    /// <exception cref="IOException">It is longer than <paramref name="longest"/> bytes, or ends without LF.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, int longest, CancellationToken cancel)
    {
        var buffer = new byte[Math.Min(longest, 4096)];
        var length = 0;
        while (length < longest)
        {
            if (length == buffer.Length) Array.Resize(ref buffer, Math.Min(longest, 2 * length));
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancel);
            if (read == 0) return length == 0 ? null : throw new IOException("the line is cut off");
            length += read;
            if (buffer[length - 1] == '\n') return buffer.AsMemory(0, length - 1);
        }

        throw new IOException("the line is too long");
    }

    public static async ValueTask WriteAsync(Stream stream, byte[] line, CancellationToken cancel)
    {
        await stream.WriteAsync((byte[])[.. line, (byte)'\n'], cancel);
        await stream.FlushAsync(cancel);
    }
}
