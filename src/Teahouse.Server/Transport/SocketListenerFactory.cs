using System.Net;
using Microsoft.AspNetCore.Connections;
using Teahouse.Server.Listeners;

namespace Teahouse.Server.Transport;

/// <summary>Gives Kestrel our transport for IRC over TLS; HTTP keeps Kestrel's own.</summary>
internal sealed class SocketListenerFactory(IReadOnlyDictionary<EndPoint, BoundListener> listeners, TimeProvider time, ILoggerFactory logs)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => listeners.TryGetValue(endpoint, out var listener) && listener.Role == ListenerRole.IrcTls;

    // A handshake takes a millisecond: not on the thread that watches the sockets.
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new(new SocketListener(endpoint, listeners[endpoint].Socket, inline: false, time, logs.CreateLogger<SocketListener>()));
}
