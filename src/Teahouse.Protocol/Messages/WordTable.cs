namespace Teahouse.Protocol;

/// <summary>Finds the one string for the bytes of a well-known ASCII word, so that reading it allocates nothing.</summary>
internal sealed class WordTable
{
    private readonly (byte[] Bytes, string Word)[][] _buckets;

    public WordTable(params ReadOnlySpan<string> words)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words.Length * 4);
        _buckets = new (byte[], string)[size][];
        Array.Fill(_buckets, []);
        foreach (var word in words)
        {
            var bytes = System.Text.Encoding.ASCII.GetBytes(word);
            ref var bucket = ref _buckets[Hash(bytes) & (size - 1)];
            bucket = [.. bucket, (bytes, word)];
        }
    }

    public string? Find(ReadOnlySpan<byte> bytes)
    {
        foreach (var (known, word) in _buckets[Hash(bytes) & (_buckets.Length - 1)])
            if (bytes.SequenceEqual(known)) return word;
        return null;
    }

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = bytes.Length;
        foreach (var b in bytes) hash = (hash * 31) + b;
        return hash ^ (hash >> 8);
    }
}
