using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Teahouse.Server.Configuration;
using Teahouse.Server.Hosting;

namespace Teahouse.Server.Listeners;

/// <summary>
/// What a connection is told of strict transport security. Never with a certificate that the server made: a client that does not
/// trust it could not come back, and must not offer its user a way around. https://ircv3.net/specs/extensions/sts
/// </summary>
internal sealed class StsPolicy
{
    private readonly StsOptions _options;
    private readonly ImmutableArray<string> _hosts;
    private readonly int? _port;

    /// <exception cref="StartupException">It is configured, and no listener can keep what it promises.</exception>
    public StsPolicy(TeahouseConfiguration configuration, ImmutableArray<BoundListener> listeners)
    {
        _options = configuration.Sts;
        _hosts = _options.Hosts.IsEmpty ? [configuration.Engine.Name] : _options.Hosts;
        if (!_options.Enabled) return;
        var able = listeners.Where(l => l.Role == ListenerRole.IrcTls && l.Options.Certificate.Length > 0).ToList();
        if (able.Count == 0)
            throw new StartupException("[sts] enabled needs a [[listen]] with tls = true, websocket = false and a certificate of your own.");
        // Behind a proxy the port that people connect to is the proxy's.
        _port = able.FirstOrDefault(l => !l.Options.Proxy && !IPAddress.IsLoopback(l.EndPoint.Address))?.EndPoint.Port;
    }

    /// <summary>The value of the capability, or null where it is not offered.</summary>
    /// <param name="host">The name that the client asked TLS for, or null.</param>
    public string? For(BoundListener listener, string? host)
    {
        if (!_options.Enabled || listener.Options.WebSocket) return null;
        if (!listener.Options.Tls) return Upgrade(listener);
        if (listener.Options.Certificate.Length == 0 || host is null || !_hosts.Contains(host, StringComparer.OrdinalIgnoreCase)) return null;
        return string.Create(CultureInfo.InvariantCulture, $"duration={_options.Duration}{(_options.Preload ? ",preload" : "")}");
    }

    /// <summary>Who comes by plain text is sent to the encrypted port, except from this machine itself: no certificate is made out to localhost.</summary>
    private string? Upgrade(BoundListener listener) =>
        _port is not { } port || _options.Duration == 0 || listener.Options.Proxy || IPAddress.IsLoopback(listener.EndPoint.Address)
            ? null : string.Create(CultureInfo.InvariantCulture, $"port={port}");
}
