using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Teahouse.Client.Tests;

/// <summary>Accepts one TCP connection on the loopback, in TLS if it has a certificate.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task<Stream> _accepted;

    public LoopbackServer(X509Certificate2? certificate = null)
    {
        _listener.Start();
        _accepted = AcceptAsync(certificate);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async Task SendAsync(string text) =>
        await (await _accepted).WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    public async Task<string> ReceiveAsync(int bytes)
    {
        var buffer = new byte[bytes];
        await (await _accepted).ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(buffer);
    }

    public async Task CloseAsync() => await (await _accepted).DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        // A handshake that the test had the client refuse has ended by then.
        await _accepted.ContinueWith(_ => { }, TaskScheduler.Default);
        if (_accepted.IsCompletedSuccessfully) await CloseAsync();
    }

    private async Task<Stream> AcceptAsync(X509Certificate2? certificate)
    {
        var stream = (await _listener.AcceptTcpClientAsync()).GetStream();
        if (certificate is null) return stream;
        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(certificate);
        return tls;
    }
}
