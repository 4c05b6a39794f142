using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class ListenSection
{
    private static readonly AddressKind Addresses = new();

    public static readonly ListSection<ListenerOptions> Section = new(
        "listen",
        "Where to listen. Without any: IRC on localhost:6667, IRC over TLS on *:6697, the web page on localhost:8067 and over HTTPS on *:8443.",
        [
            new ConfigurationKey<ListenerOptions, ListenAddress?>(
                "address", Addresses, l => l.Address, (l, v) => l with { Address = v },
                "Address and port: \"127.0.0.1:6667\", \"[::1]:6667\", \"localhost:6667\" (both), \"*:6697\" (all addresses). Required."),
            new ConfigurationKey<ListenerOptions, bool>(
                "tls", FlagKind.Instance, l => l.Tls, (l, v) => l with { Tls = v },
                "Encrypted. Without it only addresses of this machine itself are allowed, unless [server] plain_outside_loopback says otherwise."),
            new ConfigurationKey<ListenerOptions, bool>(
                "websocket", FlagKind.Instance, l => l.WebSocket, (l, v) => l with { WebSocket = v },
                "HTTP: the web page, and IRC over WebSocket at /irc (and on an upgrade of /). Without it: IRC itself."),
            new ConfigurationKey<ListenerOptions, bool>(
                "proxy", FlagKind.Instance, l => l.Proxy, (l, v) => l with { Proxy = v },
                "Every connection must begin with a PROXY header (version 1 or 2) from an address in [proxy] trusted."),
            new ConfigurationKey<ListenerOptions, string>(
                "certificate", TextKind.Any, l => l.Certificate, (l, v) => l with { Certificate = v },
                "PEM file with your certificate and the chain above it; read again when it changes. Empty: the server's own."),
            new ConfigurationKey<ListenerOptions, string>(
                "key", TextKind.Any, l => l.Key, (l, v) => l with { Key = v },
                "PEM file with the certificate's private key."),
        ],
        new ListenerOptions(),
        Check,
        c => c.Listeners,
        (c, listeners) => c with { Listeners = listeners });

    private static (string Key, string Problem)? Check(ListenerOptions listen, TeahouseConfiguration configuration) => listen switch
    {
        { Address: null } => ("address", $"is missing; must be {Addresses.Expected}"),
        { Tls: false, Certificate.Length: > 0 } => ("certificate", "is of no use without tls = true"),
        { Tls: false, Key.Length: > 0 } => ("key", "is of no use without tls = true"),
        { Certificate.Length: > 0, Key.Length: 0 } => ("key", "is missing; a certificate needs the file of its private key"),
        { Certificate.Length: 0, Key.Length: > 0 } => ("certificate", "is missing; a key needs the file of its certificate"),
        { Proxy: true } when configuration.TrustedProxies.IsEmpty => ("proxy", "needs the addresses of the proxies in [proxy] trusted"),
        { Tls: false, Address.LoopbackOnly: false } when !configuration.PlainOutsideLoopback => (
            "address", "would be plain text outside this machine; use tls = true, or an address such as \"localhost:6667\", or set [server] plain_outside_loopback = true"),
        _ => null,
    };

    private sealed class AddressKind : ValueKind<ListenAddress?>
    {
        public override string Expected => "an address with a port such as \"127.0.0.1:6667\", \"[::1]:6667\", \"localhost:6667\" or \"*:6697\"";

        public override string Name => "address:port";

        public override bool TryRead(RawValue raw, out ListenAddress? value)
        {
            value = TextKind.Any.TryRead(raw, out var text) ? ListenAddress.Parse(text) : null;
            return value is not null;
        }

        public override string Write(ListenAddress? value) => TextKind.Quote(value?.Text ?? "");
    }
}
