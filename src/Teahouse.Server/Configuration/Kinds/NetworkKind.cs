using System.Net;

namespace Teahouse.Server.Configuration.Kinds;

/// <summary>Addresses and networks, as a list of texts.</summary>
internal static class NetworkKind
{
    public static readonly ListKind<string> List = new(
        "addresses or networks such as \"127.0.0.1\", \"10.0.0.0/8\", \"::1\"",
        text => Parse(text) is { } network ? Write(network) : null,
        text => text);

    public static IPNetwork? Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    public static string Write(IPNetwork network) =>
        network.PrefixLength == network.BaseAddress.GetAddressBytes().Length * 8 ? network.BaseAddress.ToString() : network.ToString();
}
