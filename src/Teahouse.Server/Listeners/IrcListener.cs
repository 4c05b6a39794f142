using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Teahouse.Core.Hosting;
using Teahouse.Server.Files;

namespace Teahouse.Server.Listeners;

/// <summary>Hands raw connections, TLS or not, to the engine.</summary>
internal sealed class IrcListener(ChatServer chat, StsPolicy sts, FileHost files)
{
    public Task OnConnectedAsync(ConnectionContext connection, BoundListener listener)
    {
        var tls = connection.Features.Get<ITlsConnectionFeature>();
        var secure = tls is not null || connection.Features.Get<ProxiedTls>() is not null;
        var info = new Core.Hosting.ConnectionInfo(
            PeerAddress.Of(connection.RemoteEndPoint), secure, Core.Hosting.Transport.Tcp, Fingerprint(tls?.ClientCertificate))
        {
            Sts = sts.For(listener, connection.Features.Get<ITlsHandshakeFeature>()?.HostName),
            FileHost = files.For(secure),
        };
        return chat.RunSessionAsync(new HttpRefusingTransport(connection), info, CancellationToken.None);
    }

    private static string? Fingerprint(X509Certificate2? certificate) =>
        certificate is null ? null : Convert.ToHexStringLower(certificate.GetCertHash(HashAlgorithmName.SHA256));
}
