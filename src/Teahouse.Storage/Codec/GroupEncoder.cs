using Teahouse.Core.Log;

namespace Teahouse.Storage.Codec;

/// <summary>Makes the row of one commit group: one part per append, in arrival order.</summary>
internal sealed class GroupEncoder
{
    public const byte HasState = 1;
    public const byte HasEmptied = 2;

    private readonly ByteWriter _writer = new();

    public int Parts { get; private set; }

    public int Bytes => _writer.Length;

    /// <summary>Entries so far, presence rows included.</summary>
    public int Entries { get; private set; }

    public void Begin()
    {
        Sealed.Begin(_writer);
        (Parts, Entries) = (0, 0);
    }

    public void Add(Append append, int epoch)
    {
        Parts++;
        Entries += append.Entries.Length;
        _writer.Varint((ulong)append.Conversation.Value);
        _writer.Varint((ulong)epoch);
        _writer.Varint((ulong)append.ExpectedHead);
        _writer.Byte((byte)((append.State is null ? 0 : HasState) | (append.Emptied.IsDefaultOrEmpty ? 0 : HasEmptied)));
        if (append.State is { } state) _writer.Counted(state.Span);
        if (!append.Emptied.IsDefaultOrEmpty)
        {
            _writer.Varint((ulong)append.Emptied.Length);
            foreach (var sequence in append.Emptied) _writer.Varint((ulong)sequence);
        }
        _writer.Varint((ulong)append.Entries.Length);
        var (last, time) = (append.ExpectedHead, 0L);
        foreach (var entry in append.Entries)
        {
            EntryCodec.Write(_writer, entry, last, time);
            time = entry.Time;
            if (!entry.Presence) last = entry.Sequence;
        }
    }

    /// <summary>The row; valid until the next <see cref="Begin"/>.</summary>
    public ReadOnlySpan<byte> End()
    {
        Sealed.End(_writer);
        return _writer.Written;
    }
}
