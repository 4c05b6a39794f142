using Teahouse.Core.Log;

namespace Teahouse.Storage.Codec;

/// <summary>A page: stored entries of one conversation that follow each other. First, last and first time stand beside it in its row.</summary>
internal static class PageCodec
{
    /// <summary>Begins a page; what <paramref name="before"/> holds (the content of an earlier row) stays in front.</summary>
    public static void Begin(ByteWriter writer, ReadOnlySpan<byte> before)
    {
        Sealed.Begin(writer);
        writer.Raw(before);
    }

    /// <param name="time">Of the entry before it; its own for the first of a page.</param>
    public static void Add(ByteWriter writer, LogEntry entry, long time) => EntryCodec.Write(writer, entry, entry.Sequence - 1, time);

    /// <summary>Adds the entries from..to of a page to a list.</summary>
    public static void Read(ReadOnlyMemory<byte> row, long first, long last, long time, long from, long to, List<LogEntry> into)
    {
        var reader = new ByteReader(Sealed.Open(row));
        for (var sequence = first; sequence <= last && sequence <= to; sequence++)
        {
            var entry = EntryCodec.Read(ref reader, sequence - 1, time);
            time = entry.Time;
            if (sequence >= from) into.Add(entry);
        }
    }
}
