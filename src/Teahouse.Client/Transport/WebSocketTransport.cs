using System.Net.Sockets;
using System.Net.WebSockets;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>
/// IRC over WebSocket as <see href="https://ircv3.net/specs/extensions/websocket"/> has it: one text message per line,
/// subprotocol <c>text.ircv3.net</c>. Works in the browser too.
/// </summary>
public sealed class WebSocketTransport : ITransport
{
    internal const string Subprotocol = "text.ircv3.net";

    private readonly ClientWebSocket _socket;
    private readonly byte[] _buffer = new byte[ParseLimits.Client.Total];

    private WebSocketTransport(ClientWebSocket socket) => _socket = socket;

    /// <param name="address">With the scheme ws or wss.</param>
    /// <param name="trust">Null: the system's authorities. In the browser it must be null.</param>
    /// <exception cref="TransportException">Nobody answers, the certificate is refused, or it is no IRC WebSocket.</exception>
    public static async Task<ITransport> ConnectAsync(Uri address, CertificateTrust? trust, CancellationToken cancel)
    {
        var socket = new ClientWebSocket();
        var check = trust is null ? null : new CertificateCheck(trust);
        try
        {
            socket.Options.AddSubProtocol(Subprotocol);
            if (check is null || trust is null || OperatingSystem.IsBrowser())
            {
                await socket.ConnectAsync(address, cancel);
            }
            else
            {
                using var handler = new SocketsHttpHandler();
                handler.SslOptions.CertificateChainPolicy = check.ChainPolicy();
                handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) => check.Accept(certificate, chain, errors);
                using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
                await socket.ConnectAsync(address, invoker, cancel);
            }
            return new WebSocketTransport(socket);
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or SocketException)
        {
            socket.Dispose();
            throw new TransportException(check?.Problem ?? ConnectProblem(e), e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancel)
    {
        var length = 0;
        try
        {
            while (true)
            {
                if (length == _buffer.Length) throw Broken("The server sent a message that is too long.");
                var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancel);
                if (part.MessageType == WebSocketMessageType.Close) return null;
                length += part.Count;
                if (part.EndOfMessage) break;
            }
        }
        catch (WebSocketException e)
        {
            throw new TransportException(new(ProblemKind.ConnectionLost, "", e.Message), e);
        }
        return _buffer.AsMemory(0, _buffer.AsSpan(0, length).TrimEnd("\r\n"u8).Length);
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> line, CancellationToken cancel)
    {
        try
        {
            await _socket.SendAsync(line[..^2], WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException)
        {
            // InvalidOperationException: the peer closed it meanwhile.
            throw new TransportException(new(ProblemKind.ConnectionLost, "", e.Message), e);
        }
    }

    public ValueTask DisposeAsync()
    {
        // The close handshake would wait for a peer that may be gone; QUIT has said goodbye where one was due.
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private static TransportException Broken(string detail) => new(new(ProblemKind.ProtocolBroken, "", detail));

    private static Problem ConnectProblem(Exception e)
    {
        var tls = false;
        for (var cause = e; cause is not null; cause = cause.InnerException)
            tls |= cause is System.Security.Authentication.AuthenticationException;
        var answered = e is WebSocketException { WebSocketErrorCode: WebSocketError.NotAWebSocket };
        return new(tls ? ProblemKind.CertificateUntrusted : answered ? ProblemKind.ProtocolBroken : ProblemKind.Unreachable, "", e.Message);
    }
}
