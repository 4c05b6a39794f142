using System.Buffers;

namespace Teahouse.Protocol;

/// <summary>
/// Cuts a stream of bytes into lines at LF, with or without CR before it
/// (https://modern.ircdocs.horse/#compatibility-with-incorrect-software). One per connection, used only from its read loop.
/// </summary>
/// <remarks>
/// Never more than the limit needs to be kept: when that much has arrived without a line end, all of it is consumed,
/// <see cref="LineStatus.TooLong"/> is returned once, and what follows is consumed silently up to and including the next LF.
/// </remarks>
/// <param name="limit">The longest line in bytes, its line end included: <see cref="ParseLimits.Total"/>.</param>
public sealed class LineReader(int limit)
{
    private bool _skipping;

    /// <summary>Bytes so far of the line that was read last or is being skipped, its line end included.</summary>
    public long Length { get; private set; }

    /// <summary>Cuts one line off the front of the buffer.</summary>
    /// <param name="buffer">What has arrived and is not consumed; on return, what is left to keep.</param>
    /// <param name="line">The line without its line end, a slice of the buffer; may be empty.</param>
    public LineStatus TryRead(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
    {
        line = default;
        while (!buffer.IsEmpty)
        {
            var end = IndexOfLineEnd(buffer);
            if (end < 0) return Wait(ref buffer);
            var found = buffer.Slice(0, end);
            buffer = buffer.Slice(end + 1);
            Length = _skipping ? Length + end + 1 : end + 1;
            if (_skipping)
            {
                _skipping = false;
                continue;
            }
            if (end + 1 > limit) return LineStatus.TooLong;
            line = WithoutCarriageReturn(found);
            return LineStatus.Line;
        }
        return LineStatus.NeedMore;
    }

    private static long IndexOfLineEnd(in ReadOnlySequence<byte> buffer)
    {
        if (buffer.IsSingleSegment) return buffer.FirstSpan.IndexOf((byte)'\n');
        long before = 0;
        foreach (var segment in buffer)
        {
            var index = segment.Span.IndexOf((byte)'\n');
            if (index >= 0) return before + index;
            before += segment.Length;
        }
        return -1;
    }

    private static ReadOnlySequence<byte> WithoutCarriageReturn(in ReadOnlySequence<byte> line)
    {
        if (line.IsEmpty) return line;
        Span<byte> last = stackalloc byte[1];
        line.Slice(line.Length - 1).CopyTo(last);
        return last[0] == '\r' ? line.Slice(0, line.Length - 1) : line;
    }

    private LineStatus Wait(ref ReadOnlySequence<byte> buffer)
    {
        var tooLong = !_skipping && buffer.Length >= limit;
        _skipping |= tooLong;
        if (_skipping)
        {
            Length = tooLong ? buffer.Length : Length + buffer.Length;
            buffer = buffer.Slice(buffer.End);
        }
        return tooLong ? LineStatus.TooLong : LineStatus.NeedMore;
    }
}
