using System.Collections.Immutable;
using System.Net;
using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class ProxySection
{
    private static readonly ListKind<string> Networks = new(
        "addresses or networks such as \"127.0.0.1\", \"10.0.0.0/8\", \"::1\"",
        text => ToNetwork(text) is { } network ? Write(network) : null,
        text => text);

    public static readonly SingleSection Section = new("proxy", "Reverse proxies in front of the server.",
    [
        new ConfigurationKey<TeahouseConfiguration, ImmutableArray<string>>(
            "trusted", Networks, c => [.. c.TrustedProxies.Select(Write)],
            (c, v) => c with { TrustedProxies = [.. v.Select(text => ToNetwork(text)!.Value)] },
            "Addresses whose PROXY header, X-Forwarded-For and X-Forwarded-Proto are believed."),
    ]);

    private static IPNetwork? ToNetwork(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    private static string Write(IPNetwork network) =>
        network.PrefixLength == network.BaseAddress.GetAddressBytes().Length * 8 ? network.BaseAddress.ToString() : network.ToString();
}
