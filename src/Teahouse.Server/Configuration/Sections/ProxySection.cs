using System.Collections.Immutable;
using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class ProxySection
{
    public static readonly SingleSection Section = new("proxy", "Reverse proxies in front of the server.",
    [
        new ConfigurationKey<TeahouseConfiguration, ImmutableArray<string>>(
            "trusted", NetworkKind.List, c => [.. c.TrustedProxies.Select(NetworkKind.Write)],
            (c, v) => c with { TrustedProxies = [.. v.Select(text => NetworkKind.Parse(text)!.Value)] },
            "Addresses whose PROXY header, X-Forwarded-For and X-Forwarded-Proto are believed."),
    ]);
}
