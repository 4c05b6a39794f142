using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Irc;

/// <summary>A connection that speaks IRC line by line and knows nothing of the server but its port.</summary>
internal sealed class IrcConnection : IAsyncDisposable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly StreamReader _reader;

    private IrcConnection(Socket socket, Stream stream)
    {
        _socket = socket;
        _stream = stream;
        _reader = new StreamReader(stream, Strict);
    }

    /// <param name="receiveBuffer">Bytes that the system takes for a client that does not read; 0: as it likes.</param>
    public static async Task<IrcConnection> OpenAsync(int port, int receiveBuffer = 0)
    {
        var socket = await ConnectAsync(port, receiveBuffer);
        return new(socket, new NetworkStream(socket, ownsSocket: true));
    }

    /// <summary>Trusts the one authority in the file, and nothing else.</summary>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The server is not one of that authority's, or not called localhost.</exception>
    public static async Task<IrcConnection> OpenTlsAsync(int port, string authorityFile)
    {
        var socket = await ConnectAsync(port, 0);
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        using var authority = X509CertificateLoader.LoadCertificateFromFile(authorityFile);
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(authority);
        try
        {
            using var patience = Patience.Start();
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = policy }, patience.Token);
            return new(socket, stream);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Many lines may be sent at once, divided by CR LF.</summary>
    public async Task SendAsync(string lines)
    {
        using var patience = Patience.Start();
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(lines + "\r\n"), patience.Token);
    }

    /// <returns>The next message; null when the server has closed the connection.</returns>
    /// <exception cref="OperationCanceledException">None comes.</exception>
    public async Task<Message?> ReceiveAsync()
    {
        using var patience = Patience.Start();
        try
        {
            return await _reader.ReadLineAsync(patience.Token) is { } line ? MessageParser.Parse(line) : null;
        }
        catch (IOException)
        {
            // A connection that is cut off has ended as well.
            return null;
        }
    }

    /// <summary>Closes the connection without a word.</summary>
    public void Cut() => _socket.Close(timeout: 0);

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _stream.DisposeAsync();
    }

    private static async Task<Socket> ConnectAsync(int port, int receiveBuffer)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (receiveBuffer > 0) socket.ReceiveBufferSize = receiveBuffer;
            using var patience = Patience.Start();
            await socket.ConnectAsync("127.0.0.1", port, patience.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
