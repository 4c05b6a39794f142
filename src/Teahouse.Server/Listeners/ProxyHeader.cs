using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Teahouse.Server.Listeners;

/// <summary>
/// The header by which a reverse proxy says whose connection it passes on:
/// https://www.haproxy.org/download/1.8/doc/proxy-protocol.txt, versions 1 and 2.
/// </summary>
/// <param name="Source">The client's address; null where the proxy speaks for itself (LOCAL, UNKNOWN).</param>
/// <param name="Secure">The client speaks TLS to the proxy; version 1 cannot say so.</param>
internal readonly record struct ProxyHeader(IPEndPoint? Source, bool Secure = false)
{
    /// <summary>The longest line of version 1, CR LF included.</summary>
    private const int LongestLine = 107;

    private const int FixedLength = 16;

    private const int LongestBinary = FixedLength + 2048;

    private static ReadOnlySpan<byte> Signature => "\r\n\r\n\0\r\nQUIT\n"u8;

    /// <param name="binary">Version 2 is looked for too.</param>
    /// <param name="consumed">Where the header ends, if there is one.</param>
    public static ProxyHeaderState TryParse(in ReadOnlySequence<byte> input, bool binary, out ProxyHeader header, out SequencePosition consumed)
    {
        header = default;
        consumed = input.Start;
        var start = input.Slice(0, Math.Min(input.Length, LongestBinary)).ToArray().AsSpan();
        var state = StartsLike(start, "PROXY "u8) ? TryParseLine(start, out header, out var length)
            : binary && StartsLike(start, Signature) ? TryParseBinary(start, out header, out length)
            : None(out length);
        consumed = input.GetPosition(length);
        return state;
    }

    private static ProxyHeaderState None(out int length)
    {
        length = 0;
        return ProxyHeaderState.Absent;
    }

    private static bool StartsLike(ReadOnlySpan<byte> input, ReadOnlySpan<byte> prefix) =>
        input.Length >= prefix.Length ? input.StartsWith(prefix) : prefix.StartsWith(input);

    private static ProxyHeaderState TryParseLine(ReadOnlySpan<byte> input, out ProxyHeader header, out int length)
    {
        header = default;
        length = 0;
        var end = input[..Math.Min(input.Length, LongestLine)].IndexOf((byte)'\n');
        if (end < 0) return input.Length < LongestLine ? ProxyHeaderState.Incomplete : ProxyHeaderState.Wrong;
        length = end + 1;
        var words = Encoding.Latin1.GetString(input[..end].TrimEnd((byte)'\r')).Split(' ');
        if (words is [_, "UNKNOWN", ..]) return ProxyHeaderState.Present;
        if (words is not [_, "TCP4" or "TCP6", var source, _, var port, _]
            || !IPAddress.TryParse(source, out var address)
            || address.AddressFamily != (words[1] == "TCP4" ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6)
            || !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return ProxyHeaderState.Wrong;
        header = new(new IPEndPoint(address, number));
        return ProxyHeaderState.Present;
    }

    /// <summary>Looks for PP2_TYPE_SSL with PP2_CLIENT_SSL among what follows the addresses.</summary>
    private static bool IsSecure(ReadOnlySpan<byte> extras)
    {
        const byte ssl = 0x20;
        while (extras.Length >= 3)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(extras[1..]);
            if (extras.Length < 3 + length) return false;
            if (extras[0] == ssl) return length > 0 && (extras[3] & 1) != 0;
            extras = extras[(3 + length)..];
        }
        return false;
    }

    private static ProxyHeaderState TryParseBinary(ReadOnlySpan<byte> input, out ProxyHeader header, out int length)
    {
        header = default;
        length = 0;
        if (input.Length < FixedLength) return ProxyHeaderState.Incomplete;
        var total = FixedLength + BinaryPrimitives.ReadUInt16BigEndian(input[14..]);
        if (input[12] is not (0x20 or 0x21) || total > LongestBinary) return ProxyHeaderState.Wrong;
        if (input.Length < total) return ProxyHeaderState.Incomplete;
        length = total;
        var addresses = input[FixedLength..total];
        if (input[12] == 0x20) return ProxyHeaderState.Present;
        switch (input[13])
        {
            case 0x11 when addresses.Length >= 12:
                header = new(new IPEndPoint(new IPAddress(addresses[..4]), BinaryPrimitives.ReadUInt16BigEndian(addresses[8..])), IsSecure(addresses[12..]));
                return ProxyHeaderState.Present;
            case 0x21 when addresses.Length >= 36:
                header = new(new IPEndPoint(new IPAddress(addresses[..16]), BinaryPrimitives.ReadUInt16BigEndian(addresses[32..])), IsSecure(addresses[36..]));
                return ProxyHeaderState.Present;
            case 0x11 or 0x21:
                return ProxyHeaderState.Wrong;
            default:
                return ProxyHeaderState.Present;
        }
    }
}

internal enum ProxyHeaderState
{
    Absent,
    Incomplete,
    Present,
    /// <summary>It began like one, and is none.</summary>
    Wrong,
}
