namespace Teahouse.Storage.Codec;

/// <summary>The frame around every encoded row: version, length and checksum of what follows.</summary>
internal static class Sealed
{
    public const int HeaderBytes = 9;
    private const byte Version = 1;

    public static void Begin(ByteWriter writer)
    {
        writer.Clear();
        writer.Byte(Version);
        writer.Fixed32(0);
        writer.Fixed32(0);
    }

    public static void End(ByteWriter writer)
    {
        var content = writer.Written[HeaderBytes..];
        writer.Patch32(1, (uint)content.Length);
        writer.Patch32(5, Checksum.Of(content));
    }

    /// <summary>The content, or <see cref="DamagedException"/>.</summary>
    public static ReadOnlyMemory<byte> Open(ReadOnlyMemory<byte> row)
    {
        var reader = new ByteReader(row);
        var version = reader.Byte();
        if (version != Version) throw new DamagedException($"its encoding {version} is unknown");
        var length = reader.Fixed32();
        var checksum = reader.Fixed32();
        if (reader.Rest.Length != length) throw new DamagedException("its length is not the one written");
        return Checksum.Of(reader.Rest.Span) == checksum ? reader.Rest : throw new DamagedException("its checksum is not the one written");
    }
}
