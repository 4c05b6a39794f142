using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Teahouse.Server.Certificates;
using Teahouse.Server.Transport;

namespace Teahouse.Server.Listeners;

/// <summary>Puts Kestrel onto the sockets that were taken.</summary>
internal static class KestrelHost
{
    /// <summary>The server for everything but plain IRC, not started; it ends with the services, whose owner is the caller.</summary>
    public static ServiceProvider Create(
        ImmutableArray<BoundListener> listeners, IrcListener irc,
        ProxyHeaderStep proxies, ServerCertificates certificates, ILoggerFactory logs, TimeProvider time)
    {
        var byEndPoint = listeners.ToDictionary(listener => (EndPoint)listener.EndPoint);
        return KestrelServices.Build(
            logs,
            options =>
            {
                options.AddServerHeader = false;
                // What is uploaded says so itself (FileUploads).
                options.Limits.MaxRequestBodySize = 0;
                foreach (var listener in listeners)
                    options.Listen(listener.EndPoint, listen => Configure(listen, listener, irc, proxies, certificates));
            },
            transport => transport.CreateBoundListenSocket = endPoint => byEndPoint[endPoint].Socket,
            new SocketListenerFactory(byEndPoint, time, logs));
    }

    private static void Configure(
        ListenOptions listen, BoundListener listener, IrcListener irc, ProxyHeaderStep proxies, ServerCertificates certificates)
    {
        listen.Use(next => connection =>
        {
            connection.Features.Set(listener);
            return next(connection);
        });
        listen.Use(next => connection => proxies.RunAsync(connection, listener.Options.Proxy, next));
        if (listener.Options.Tls) listen.UseHttps(Handshake(listener, certificates.For(listener.Options)));
        if (!listener.Options.WebSocket) listen.Run(connection => irc.OnConnectedAsync(connection, listener));
    }

    [SuppressMessage("Security", "CA5359", Justification = "A client's certificate proves who holds its key; nobody has to have signed it, and accounts know it by its fingerprint.")]
    private static TlsHandshakeCallbackOptions Handshake(BoundListener listener, ICertificateSource certificate) => new()
    {
        OnConnection = _ => new(new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificate.Current,
            ApplicationProtocols = listener.Options.WebSocket ? [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11] : null,
            // An IRC client may show a certificate of its own: whose it is, the engine asks by its fingerprint. A browser would ask its user.
            ClientCertificateRequired = !listener.Options.WebSocket,
            RemoteCertificateValidationCallback = TakeAnyClientCertificate,
        }),
    };

    private static bool TakeAnyClientCertificate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => true;
}
