using System.Buffers;
using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text;
using System.Text.Unicode;

namespace Teahouse.Server.Web;

/// <summary>
/// Lines over a WebSocket, one per message without CR LF, as a pair of pipes that carry lines with CR LF.
/// Bounded in both directions: a session that does not read stops the reading here, a peer that does not read stops the session's writing.
/// </summary>
internal sealed class WebSocketTransport : IDuplexPipe
{
    /// <summary>Longer lines than the engine takes still reach it and get its answer; beyond this the peer is broken.</summary>
    private const int LongestMessage = 64 * 1024;

    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(2);

    private static readonly PipeOptions Bounds = new(
        pauseWriterThreshold: 64 * 1024, resumeWriterThreshold: 32 * 1024, useSynchronizationContext: false);

    /// <summary>What is received is read on the thread that received it, as it is on a plain socket: one hop less for each message.</summary>
    private static readonly PipeOptions BoundsInline = new(
        readerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 64 * 1024, resumeWriterThreshold: 32 * 1024, useSynchronizationContext: false);

    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    private readonly WebSocket _socket;
    private readonly WebSocketMessageType _type;
    private readonly Pipe _incoming = new(BoundsInline);
    private readonly Pipe _outgoing = new(Bounds);

    private WebSocketTransport(WebSocket socket, bool binary) =>
        (_socket, _type) = (socket, binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text);

    PipeReader IDuplexPipe.Input => _incoming.Reader;

    PipeWriter IDuplexPipe.Output => _outgoing.Writer;

    /// <summary>Returns when the session has ended and its last lines are sent, or the peer is gone.</summary>
    /// <param name="session">Completes both pipes before it ends.</param>
    public static async Task RunAsync(
        WebSocket socket, bool binary, Func<IDuplexPipe, Task> session, TimeProvider time, CancellationToken aborted)
    {
        var transport = new WebSocketTransport(socket, binary);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var receiving = transport.ReceiveAsync(ended.Token);
        var sending = transport.SendAsync(aborted);
        try
        {
            await session(transport);
        }
        finally
        {
            await sending;
            // The peer answers our Close with its own, and has little time for it.
            using var patience = new CancellationTokenSource(ClosingTime, time);
            await using var giveUp = patience.Token.Register(ended.Cancel);
            await receiving;
        }
    }

    private async Task ReceiveAsync(CancellationToken cancel)
    {
        try
        {
            await ReadLinesAsync(cancel);
            await DrainAsync(cancel);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // The peer is gone, or has to go: to the session it is the end of the lines.
        }
    }

    private async Task ReadLinesAsync(CancellationToken cancel)
    {
        var writer = _incoming.Writer;
        try
        {
            while (await ReceiveMessageAsync(writer, cancel))
                if ((await writer.FlushAsync(cancel)).IsCompleted) return;
        }
        finally
        {
            await writer.CompleteAsync();
        }
    }

    /// <summary>One message as a line; false when the peer closes.</summary>
    private async ValueTask<bool> ReceiveMessageAsync(PipeWriter writer, CancellationToken cancel)
    {
        // Waiting costs no buffer: only what has arrived is given memory.
        var received = await _socket.ReceiveAsync(Memory<byte>.Empty, cancel);
        var length = 0;
        while (received.MessageType is not WebSocketMessageType.Close)
        {
            length += received.Count;
            if (received.EndOfMessage)
            {
                writer.Write(LineEnd);
                return true;
            }

            if (length > LongestMessage)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, null, cancel);
                return false;
            }

            received = await _socket.ReceiveAsync(writer.GetMemory(), cancel);
            writer.Advance(received.MessageType is WebSocketMessageType.Close ? 0 : received.Count);
        }

        return false;
    }

    /// <summary>
    /// The session has ended, or the peer was told to go: what still comes is for nobody, up to the peer's Close. A connection that is
    /// closed with bytes unread is reset, and a peer that is still sending would not learn why.
    /// </summary>
    private async Task DrainAsync(CancellationToken cancel)
    {
        var nowhere = new byte[1024];
        while (_socket.State is WebSocketState.Open or WebSocketState.CloseSent)
            await _socket.ReceiveAsync(nowhere.AsMemory(), cancel);
    }

    private async Task SendAsync(CancellationToken aborted)
    {
        var reader = _outgoing.Reader;
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(aborted);
                var rest = result.Buffer;
                while (TryCutLine(ref rest, out var line)) await SendLineAsync(line, aborted);
                reader.AdvanceTo(rest.Start, rest.End);
                if (result.IsCompleted) break;
            }

            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, aborted);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // The peer is gone; the session learns it from its pipes.
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static bool TryCutLine(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryReadTo(out line, LineEnd)) return false;
        buffer = reader.UnreadSequence;
        return true;
    }

    private async ValueTask SendLineAsync(ReadOnlySequence<byte> line, CancellationToken aborted)
    {
        if (_type is WebSocketMessageType.Text && !IsUtf8(line))
        {
            // A browser closes on text that is not UTF-8; the specification asks for U+FFFD instead.
            line = new(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line)));
        }

        var position = line.Start;
        while (line.TryGet(ref position, out var part))
        {
            await _socket.SendAsync(part, _type, endOfMessage: position.GetObject() is null, aborted);
        }
    }

    private static bool IsUtf8(ReadOnlySequence<byte> line) => line.IsSingleSegment ? Utf8.IsValid(line.FirstSpan) : Utf8.IsValid(line.ToArray());
}
