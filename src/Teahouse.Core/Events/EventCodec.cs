using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Teahouse.Protocol;

namespace Teahouse.Core.Events;

/// <summary>
/// Events as the log's payloads: a version byte, the kind, then strings with a length before them (LEB128).
/// Sequence, time and msgid are not in it: the log keeps the first two and the third follows from them.
/// </summary>
internal static class EventCodec
{
    private const byte Version = 2;

    /// <summary>Without the source's marks.</summary>
    private const byte FirstVersion = 1;

    public static byte[] Encode(EventKind kind, EventSource source, ImmutableArray<string> parameters, Tags tags)
    {
        var size = 3 + Size(source.Prefix) + Size(source.Identity) + Size(source.Account ?? "") + 10;
        foreach (var parameter in parameters) size += Size(parameter);
        foreach (var (key, value) in tags) size += Size(key) + Size(value);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var writer = new Writer(buffer);
        writer.Byte(Version);
        writer.Byte((byte)kind);
        writer.Text(source.Prefix);
        writer.Text(source.Identity);
        writer.Text(source.Account ?? "");
        writer.Byte((byte)source.Marks);
        writer.Number(parameters.Length);
        foreach (var parameter in parameters) writer.Text(parameter);
        writer.Number(tags.Count);
        foreach (var (key, value) in tags)
        {
            writer.Text(key);
            writer.Text(value);
        }
        var payload = buffer.AsSpan(0, writer.Length).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        return payload;
    }

    /// <summary>Null for a payload of a later version, or one that retention has emptied: shown as a numbered placeholder.</summary>
    public static (EventKind Kind, EventSource Source, ImmutableArray<string> Parameters, Tags Tags)? Decode(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 2 || payload[0] is not (Version or FirstVersion)) return null;
        var kind = (EventKind)payload[1];
        var reader = new Reader(payload[2..]);
        var prefix = reader.Text();
        var identity = reader.Text();
        var account = reader.Text();
        var marks = payload[0] == FirstVersion ? SourceMarks.None : (SourceMarks)reader.Byte();
        var parameters = new string[reader.Number()];
        for (var i = 0; i < parameters.Length; i++) parameters[i] = reader.Text();
        var tags = Tags.Empty;
        for (var count = reader.Number(); count > 0; count--) tags = tags.With(reader.Text(), reader.Text());
        return (kind, new EventSource(prefix, identity, account.Length == 0 ? null : account, marks), ImmutableCollectionsMarshalOf(parameters), tags);
    }

    private static ImmutableArray<string> ImmutableCollectionsMarshalOf(string[] parameters) =>
        System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(parameters);

    private static int Size(string text) => 5 + Encoding.UTF8.GetMaxByteCount(text.Length);

    private ref struct Writer(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;

        public int Length { get; private set; }

        public void Byte(byte value) => _buffer[Length++] = value;

        public void Number(int value)
        {
            for (; value >= 0x80; value >>= 7) Byte((byte)(value | 0x80));
            Byte((byte)value);
        }

        public void Text(string text)
        {
            Number(Encoding.UTF8.GetByteCount(text));
            Length += Encoding.UTF8.GetBytes(text, _buffer[Length..]);
        }
    }

    private ref struct Reader(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public byte Byte()
        {
            var value = _rest[0];
            _rest = _rest[1..];
            return value;
        }

        public int Number()
        {
            var value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var next = _rest[0];
                _rest = _rest[1..];
                value |= (next & 0x7f) << shift;
                if (next < 0x80) return value;
            }
        }

        public string Text()
        {
            var length = Number();
            var text = Encoding.UTF8.GetString(_rest[..length]);
            _rest = _rest[length..];
            return text;
        }
    }
}
