using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>A connection that speaks IRC. One reads and sends; <see cref="Wake"/> and <see cref="Abort"/> may come from anybody.</summary>
internal sealed class IrcLink : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly PipeReader _reader;
    private readonly LineReader _lines = new(ParseLimits.Client.Total);
    private ReadOnlySequence<byte> _rest;
    private bool _holds;

    private IrcLink(Socket socket, Stream stream)
    {
        (_socket, _stream) = (socket, stream);
        _reader = PipeReader.Create(_stream);
    }

    /// <summary>Lines that could not be understood.</summary>
    public int Unreadable { get; private set; }

    /// <param name="tls">Any certificate will do.</param>
    /// <exception cref="SocketException">Nobody is there.</exception>
    /// <exception cref="IOException">The connection ended at once.</exception>
    /// <exception cref="AuthenticationException">There is no TLS.</exception>
    public static async Task<IrcLink> ConnectAsync(EndPoint address, bool tls, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancel);
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            return new(socket, tls ? await EncryptAsync(stream, cancel) : stream);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>What comes next.</summary>
    /// <returns>Null when somebody has called <see cref="Wake"/>.</returns>
    /// <exception cref="IOException">The connection has ended.</exception>
    public async ValueTask<Message?> ReceiveAsync(CancellationToken cancel)
    {
        while (true)
        {
            if (_holds && TryTake() is { } message) return message;
            var read = await _reader.ReadAsync(cancel);
            if (read.IsCanceled)
            {
                _reader.AdvanceTo(read.Buffer.Start);
                return null;
            }
            (_rest, _holds) = (read.Buffer, true);
            if (read.IsCompleted && read.Buffer.IsEmpty) throw new EndOfStreamException("The connection has ended.");
            if (TryTake() is { } first) return first;
            if (read.IsCompleted) throw new EndOfStreamException("The connection has ended within a line.");
        }
    }

    /// <summary>Many lines may be sent at once, divided by CR LF.</summary>
    /// <exception cref="IOException">The connection has ended.</exception>
    public async ValueTask SendAsync(string lines, CancellationToken cancel) =>
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(lines + "\r\n"), cancel);

    /// <summary>Lets <see cref="ReceiveAsync"/> return.</summary>
    public void Wake() => _reader.CancelPendingRead();

    /// <summary>Ends the connection without a word.</summary>
    public void Abort()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It has ended already.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _reader.CompleteAsync();
        await _stream.DisposeAsync();
    }

    [SuppressMessage("Security", "CA5359", Justification = "Any certificate is accepted, and --tls says so: servers under test have one of their own making. A server password and the passwords of the accounts that the checker makes go to whoever answers.")]
    private static async Task<SslStream> EncryptAsync(Stream stream, CancellationToken cancel)
    {
        var tls = new SslStream(stream, leaveInnerStreamOpen: false, static (_, _, _, _) => true);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost" }, cancel);
        return tls;
    }

    private Message? TryTake()
    {
        while (true)
        {
            var status = _lines.TryRead(ref _rest, out var line);
            switch (status)
            {
                case LineStatus.Line when line.IsEmpty:
                    continue;
                case LineStatus.Line when MessageParser.TryParse(line, ParseLimits.Client, out var message, out _):
                    return message;
                case LineStatus.NeedMore:
                    Release();
                    return null;
                default:
                    Unreadable++;
                    continue;
            }
        }
    }

    /// <summary>Gives back what was read whole; what is left of a line comes again with the next read.</summary>
    private void Release()
    {
        _reader.AdvanceTo(_rest.Start, _rest.End);
        _holds = false;
    }
}
