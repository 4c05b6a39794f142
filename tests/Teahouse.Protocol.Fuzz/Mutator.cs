namespace Teahouse.Protocol.Fuzz;

/// <summary>Breeds inputs from seeds by small random changes; the same seeds and number give the same inputs.</summary>
internal sealed class Mutator(byte[][] seeds, int seed)
{
    private const int MaxLength = 10_000;

    private static readonly byte[][] Pieces =
    [
        [.. " "u8], [.. "  "u8], [.. ":"u8], [.. " :"u8], [.. "@"u8], [.. "!"u8], [.. ";"u8], [.. "="u8], [.. "\\"u8], [.. "\\s"u8], [.. "\\:"u8],
        [.. "+"u8], [.. "-"u8], [.. ","u8], [.. "*"u8], [.. "?"u8], [.. "#"u8], [.. "~"u8], [.. "\r"u8], [.. "\n"u8], [.. "\r\n"u8], [0], [0xFF],
        [0xC3], [0xED, 0xA0, 0x80], [.. "茶"u8], [.. "🍵"u8], [.. "\u202E"u8], [.. "PRIVMSG"u8], [.. "001"u8], [.. "\\x20"u8], [.. "time=2024-05-01T12:34:56.789Z"u8],
    ];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var input = new List<byte>(Pick(seeds));
        for (var changes = _random.Next(8); changes >= 0; changes--) Change(input);
        if (input.Count > MaxLength) input.RemoveRange(MaxLength, input.Count - MaxLength);
        return [.. input];
    }

    private void Change(List<byte> input)
    {
        var at = _random.Next(input.Count + 1);
        var rest = input.Count - at;
        switch (_random.Next(8))
        {
            case 0 when rest > 0:
                input[at] = (byte)_random.Next(256);
                break;
            case 1 when rest > 0:
                input[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 2:
                input.RemoveRange(at, Math.Min(rest, 1 + _random.Next(8)));
                break;
            case 3:
                input.RemoveRange(at, rest);
                break;
            case 4:
                input.InsertRange(at, input.GetRange(at, Math.Min(rest, 1 + _random.Next(40))));
                break;
            case 5:
                var other = Pick(seeds);
                input.InsertRange(at, other[_random.Next(other.Length + 1)..]);
                break;
            case 6 when _random.Next(20) == 0:
                // Lengths around the limits are rare otherwise.
                input.InsertRange(at, Enumerable.Repeat((byte)'x', new[] { 255, 500, 512, 4090, 4096, 8191 }[_random.Next(6)]));
                break;
            default:
                input.InsertRange(at, Pick(Pieces));
                break;
        }
    }

    private T Pick<T>(T[] items) => items[_random.Next(items.Length)];
}
