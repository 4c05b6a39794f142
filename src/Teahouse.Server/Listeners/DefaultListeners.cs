using System.Collections.Immutable;
using System.Net;
using Teahouse.Server.Configuration;

namespace Teahouse.Server.Listeners;

/// <summary>Where the server listens when its configuration names no place: plain text on this machine only.</summary>
internal static class DefaultListeners
{
    private static readonly IPAddress[] Loopback = [IPAddress.Loopback, IPAddress.IPv6Loopback];
    private static readonly IPAddress[] All = [IPAddress.IPv6Any];

    public static ImmutableArray<PlannedListener> Plan(RememberedPorts ports) =>
    [
        Listener("irc", 6667, new ListenerOptions(), Loopback, ports),
        Listener("ircs", 6697, new ListenerOptions(Tls: true), All, ports),
        Listener("http", 8067, new ListenerOptions(WebSocket: true), Loopback, ports),
        Listener("https", 8443, new ListenerOptions(Tls: true, WebSocket: true), All, ports),
    ];

    private static PlannedListener Listener(string name, int port, ListenerOptions options, IPAddress[] addresses, RememberedPorts ports) =>
        new(options, [.. addresses.Select(address => new IPEndPoint(address, ports.Find(name) ?? port))], name);
}
