using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace Teahouse.Server.Transport;

/// <summary>
/// The writing side of a socket: what is flushed goes to the system at once, in one piece, on the caller's thread; only when the system
/// takes no more does the flush wait. Holds a buffer only between a write and its flush. Used by one writer at a time.
/// </summary>
internal sealed class SocketOutput(Socket socket) : PipeWriter
{
    private const int FirstBytes = 4 * 1024;

    private byte[]? _buffer;
    private int _length;
    private volatile bool _broken;
    private volatile bool _completed;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(Math.Max(sizeHint, 1));
        return _buffer.AsMemory(_length);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, (_buffer?.Length ?? 0) - _length);
        _length += bytes;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (_length == 0) return new(Result());
        var bytes = _buffer.AsMemory(0, _length);
        if (!TrySend(ref bytes)) return BufferLaterAsync(bytes, cancellationToken);
        GiveBack();
        return new(Result());
    }

    /// <summary>Sends it as it is, uncopied, if nothing waits before it.</summary>
    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (_length > 0)
        {
            source.Span.CopyTo(GetSpan(source.Length));
            Advance(source.Length);
            return FlushAsync(cancellationToken);
        }
        var bytes = System.Runtime.InteropServices.MemoryMarshal.AsMemory(source);
        return TrySend(ref bytes) ? new(Result()) : LaterAsync(bytes, cancellationToken);
    }

    public override void CancelPendingFlush()
    {
        // Nobody cancels a flush: a connection that takes nothing is closed, which ends it.
    }

    public override void Complete(Exception? exception = null) => _completed = true;

    private FlushResult Result() => new(isCanceled: false, isCompleted: _broken || _completed);

    /// <returns>False if the system takes no more for now; what is left then waits.</returns>
    private bool TrySend(ref Memory<byte> bytes)
    {
        while (!bytes.IsEmpty && !_broken)
        {
            int count;
            SocketError error;
            try
            {
                count = socket.Send(bytes.Span, SocketFlags.None, out error);
            }
            catch (ObjectDisposedException)
            {
                _broken = true;
                break;
            }
            if (error == SocketError.WouldBlock) return false;
            if (error != SocketError.Success) _broken = true;
            else bytes = bytes[count..];
        }
        return true;
    }

    private async ValueTask<FlushResult> BufferLaterAsync(Memory<byte> bytes, CancellationToken cancel)
    {
        var result = await LaterAsync(bytes, cancel);
        GiveBack();
        return result;
    }

    private async ValueTask<FlushResult> LaterAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, cancel)..];
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            _broken = true;
        }
        return Result();
    }

    private void MakeRoom(int bytes)
    {
        if (_buffer is null) _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(bytes, FirstBytes));
        else if (_buffer.Length - _length < bytes)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + bytes, _buffer.Length * 2));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
    }

    private void GiveBack()
    {
        ArrayPool<byte>.Shared.Return(_buffer!);
        (_buffer, _length) = (null, 0);
    }
}
