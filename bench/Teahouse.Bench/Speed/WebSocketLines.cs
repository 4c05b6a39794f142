using System.Net.WebSockets;

namespace Teahouse.Bench.Speed;

/// <summary>Lines with CR LF over a WebSocket that carries one in each message.</summary>
internal sealed class WebSocketLines(WebSocket socket) : Stream
{
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_ended)
        {
            _ended = false;
            buffer.Span[0] = (byte)'\n';
            return 1;
        }
        var received = await socket.ReceiveAsync(buffer, cancellationToken);
        if (received.MessageType == WebSocketMessageType.Close) return 0;
        if (!received.EndOfMessage) return received.Count;
        if (received.Count < buffer.Length)
        {
            buffer.Span[received.Count] = (byte)'\n';
            return received.Count + 1;
        }
        _ended = true;
        return received.Count;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Span.IndexOf("\r\n"u8) is >= 0 and var length)
        {
            await socket.SendAsync(buffer[..length], WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            buffer = buffer[(length + 2)..];
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
        // Each message is sent when it is written.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) socket.Dispose();
        base.Dispose(disposing);
    }
}
