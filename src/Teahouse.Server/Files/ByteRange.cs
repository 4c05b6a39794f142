using Microsoft.Net.Http.Headers;

namespace Teahouse.Server.Files;

/// <summary>A part of a file. https://www.rfc-editor.org/rfc/rfc9110#name-range-requests</summary>
/// <param name="From">The first byte.</param>
/// <param name="Count">0: the file has none of what is wanted.</param>
internal readonly record struct ByteRange(long From, long Count)
{
    public bool IsOutside => Count == 0;

    /// <summary>Null: all of it, as for several ranges in one request, which nobody needs.</summary>
    public static ByteRange? Read(RangeHeaderValue? header, long length)
    {
        if (header is not { Unit.Value: "bytes", Ranges: { Count: 1 } ranges }) return null;
        var (first, last) = ranges.Single() switch
        {
            { From: { } from, To: var to } => (from, Math.Min(to ?? long.MaxValue, length - 1)),
            { To: { } tail } => (Math.Max(0, length - tail), length - 1),
            _ => (0, length - 1),
        };
        return new(first, Math.Max(0, last - first + 1));
    }
}
