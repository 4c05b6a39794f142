using System.Buffers;
using System.Globalization;
using System.Net;
using Teahouse.Core.Names;
using Teahouse.Protocol;

namespace Teahouse.Core.Operators;

/// <summary>What a ban is on, read from what an operator typed.</summary>
internal readonly record struct BanTarget(BanKind Kind, string Mask)
{
    private static readonly SearchValues<char> MaskLetters = SearchValues.Create("!@*?.:");

    /// <summary>An address, a network or a mask; a single word is an account's name. Null if it can be none of them.</summary>
    public static BanTarget? Parse(string text)
    {
        if (Network(text) is { } network) return new(BanKind.Network, Write(network));
        if (text.AsSpan().ContainsAny(MaskLetters))
            return text.AsSpan().IndexOfAny(" ,") < 0 && text[0] != ':' ? new(BanKind.Mask, Protocol.Mask.Complete(text)) : null;
        return Nick.TryParse(text, out _) ? new(BanKind.Account, NameRules.Fold(text)) : null;
    }

    /// <summary>The network, with the bits beyond its prefix cleared.</summary>
    public static IPNetwork? Network(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address)) return null;
        // "1" is an address to the parser, and to nobody else.
        if (!text.Contains('.', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal)) return null;
        if (address.IsIPv4MappedToIPv6 && slash < 0) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        var prefix = bytes.Length * 8;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > bytes.Length * 8)) return null;
        for (var bit = prefix; bit < bytes.Length * 8; bit++) bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new IPNetwork(new IPAddress(bytes), prefix);
    }

    private static string Write(IPNetwork network) =>
        network.PrefixLength == network.BaseAddress.GetAddressBytes().Length * 8 ? network.BaseAddress.ToString() : network.ToString();
}
