using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Authentication;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>IRC over TCP, plain or in TLS. Not in the browser.</summary>
[UnsupportedOSPlatform("browser")]
public sealed class TcpTransport : ITransport
{
    private readonly Stream _stream;
    private readonly LineReader _lines = new(ParseLimits.Client.Total);
    private readonly byte[] _buffer = new byte[ParseLimits.Client.Total];
    private int _start;
    private int _end;

    private TcpTransport(Stream stream) => _stream = stream;

    /// <param name="trust">What to accept over TLS; null: no TLS.</param>
    /// <exception cref="TransportException">Nobody answers, or the certificate is refused.</exception>
    public static async Task<ITransport> ConnectAsync(string host, int port, CertificateTrust? trust, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, cancel);
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            return new TcpTransport(trust is null ? stream : await EncryptAsync(stream, host, trust, cancel));
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new TransportException(new(ProblemKind.Unreachable, e.SocketErrorCode.ToString(), e.Message), e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancel)
    {
        while (true)
        {
            var rest = new ReadOnlySequence<byte>(_buffer, _start, _end - _start);
            var status = _lines.TryRead(ref rest, out var line);
            if (status == LineStatus.TooLong)
                throw new TransportException(new(ProblemKind.ProtocolBroken, "", "The server sent a line that is too long."));
            _start = _end - (int)rest.Length;
            if (status == LineStatus.Line) return line.First;
            if (!await FillAsync(cancel)) return null;
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> line, CancellationToken cancel)
    {
        try
        {
            await _stream.WriteAsync(line, cancel);
        }
        catch (IOException e)
        {
            throw Lost(e);
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static async Task<SslStream> EncryptAsync(Stream stream, string host, CertificateTrust trust, CancellationToken cancel)
    {
        var check = new CertificateCheck(trust);
        var tls = new SslStream(stream);
        try
        {
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = host,
                    CertificateChainPolicy = check.ChainPolicy(),
                    RemoteCertificateValidationCallback = (_, certificate, chain, errors) => check.Accept(certificate, chain, errors),
                },
                cancel);
            return tls;
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            throw new TransportException(check.Problem ?? new(ProblemKind.TlsFailed, "", e.Message), e);
        }
    }

    private static TransportException Lost(IOException e) => new(new(ProblemKind.ConnectionLost, "", e.Message), e);

    private async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        try
        {
            var count = await _stream.ReadAsync(_buffer.AsMemory(_end), cancel);
            _end += count;
            return count > 0;
        }
        catch (IOException e)
        {
            throw Lost(e);
        }
    }
}
