using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using Teahouse.Server.Configuration;

namespace Teahouse.Server.Listeners;

/// <summary>Puts Kestrel onto the sockets that were taken.</summary>
internal static class KestrelHost
{
    public static KestrelServer Create(
        TeahouseConfiguration configuration, ImmutableArray<BoundListener> listeners, IrcListener irc, ILoggerFactory logs, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(logs);
        var options = new KestrelServerOptions { ApplicationServices = services.BuildServiceProvider(), AddServerHeader = false };
        var proxies = new ProxyHeaderStep(configuration.TrustedProxies, time);
        foreach (var listener in listeners)
            options.Listen(listener.EndPoint, listen => Configure(listen, listener, irc, proxies));

        var sockets = listeners.ToDictionary(listener => (EndPoint)listener.EndPoint, listener => listener.Socket);
        var transport = new SocketTransportOptions { CreateBoundListenSocket = endPoint => sockets[endPoint], NoDelay = true };
        return new KestrelServer(Options.Create(options), new SocketTransportFactory(Options.Create(transport), logs), logs);
    }

    private static void Configure(ListenOptions listen, BoundListener listener, IrcListener irc, ProxyHeaderStep proxies)
    {
        listen.Use(next => connection =>
        {
            connection.Features.Set(listener);
            return next(connection);
        });
        listen.Use(next => connection => proxies.RunAsync(connection, listener.Options.Proxy, next));
        if (!listener.Options.WebSocket) listen.Run(irc.OnConnectedAsync);
    }
}
