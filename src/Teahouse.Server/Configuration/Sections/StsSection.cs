using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class StsSection
{
    private const long TenYears = 10L * 365 * 24 * 60 * 60;

    private static readonly ListKind<string> Names = new(
        "host names such as \"irc.example.org\"", text => Uri.CheckHostName(text) == UriHostNameType.Dns ? text.ToLowerInvariant() : null, text => text);

    public static readonly SingleSection Section = new("sts", "Strict transport security: IRC clients that came once over TLS come over TLS only.",
    [
        Key("enabled", FlagKind.Instance, s => s.Enabled, (s, v) => s with { Enabled = v },
            "Say it. Needs a listener with tls and a certificate of your own: with one that the server made itself people would be locked out."),
        Key("duration", new NumberKind(0, TenYears), s => s.Duration, (s, v) => s with { Duration = v },
            "Seconds for which clients remember it. 0 tells them to forget it."),
        Key("preload", FlagKind.Instance, s => s.Preload, (s, v) => s with { Preload = v },
            "Clients may be shipped with this server's name on their list."),
        Key("hosts", Names, s => s.Hosts, (s, v) => s with { Hosts = v },
            "Names under which it is said; a client that asked TLS for another name is not told. Empty: [server] name."),
    ]);

    private static ConfigurationKey<TeahouseConfiguration, TValue> Key<TValue>(
        string name, ValueKind<TValue> kind, Func<StsOptions, TValue> get, Func<StsOptions, TValue, StsOptions> set, string description) => new(
        name, kind, c => get(c.Sts), (c, v) => c with { Sts = set(c.Sts, v) }, description);
}
