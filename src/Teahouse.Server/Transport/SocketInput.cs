using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Threading.Tasks.Sources;
using Microsoft.AspNetCore.Connections;

namespace Teahouse.Server.Transport;

/// <summary>
/// The reading side of a socket. While nothing arrives it holds no buffer: it waits by receiving zero bytes, and takes what has arrived
/// when its reader comes for it. Used by one reader; <see cref="CancelPendingRead"/> from any thread.
/// </summary>
/// <param name="inline">The reader goes on upon the thread that watches the sockets, which must never be held up; else on the pool.</param>
internal sealed class SocketInput(Socket socket, bool inline) : PipeReader, IValueTaskSource<ReadResult>, IThreadPoolWorkItem
{
    private const int FirstBytes = 8 * 1024;

    /// <summary>Reads in a row that need not wait before others get their turn.</summary>
    private const int MostAtOnce = 16;

    /// <summary>So much is taken from the system at most; what is sent beyond it the peer's own TCP holds back.</summary>
    private const int MostBytes = 128 * 1024;

    private ManualResetValueTaskSourceCore<bool> _core;
    private Arrival? _arrival;
    private CancellationTokenRegistration _registration;
    private byte[]? _buffer;
    private Exception? _fault;
    private int _start;
    private int _end;
    private int _atOnce;
    // A new connection is waited for like any other: who accepts it goes on accepting.
    private State _state = State.Drained;

    [Flags]
    private enum State
    {
        None = 0,
        /// <summary>Whoever asks again wants more than what is here.</summary>
        Examined = 1,
        /// <summary>The last receive took all there was: the next one begins by waiting.</summary>
        Drained = 2,
        Ended = 4,
        Completed = 8,
        /// <summary>The socket is being watched.</summary>
        Armed = 16,
        /// <summary>A reader waits for the result.</summary>
        Waiting = 32,
        Canceled = 64,
        Abandoned = 128,
    }

    /// <summary>The peer has closed its side, or the connection is broken.</summary>
    public bool HasEnded => Is(State.Ended) || _fault is not null;

    private object Gate => _arrival ??= new Arrival(this);

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<ReadResult>(cancellationToken);
        if (TryRead(out var result)) return new(result);
        short version;
        lock (Gate)
        {
            if (Is(State.Canceled)) return new(Result());
            _core.Reset();
            version = _core.Version;
            _state |= State.Waiting;
        }
        if (cancellationToken.CanBeCanceled) _registration = cancellationToken.UnsafeRegister(static input => ((SocketInput)input!).Abandon(), this);
        Arm();
        return new(this, version);
    }

    public override bool TryRead(out ReadResult result)
    {
        if (Is(State.Completed)) throw new InvalidOperationException("Reading has ended.");
        if (!Is(State.Canceled) && (_start == _end || Is(State.Examined)) && !HasEnded)
        {
            // While it is watched somebody else may be told first that something has arrived.
            if (Is(State.Drained) || Is(State.Armed)) return None(out result);
            Receive();
            if ((_start == _end || Is(State.Examined)) && !HasEnded) return None(out result);
        }
        result = Result();
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        if (_buffer is null) return;
        // The end of an array's sequence has its highest bit set.
        _start = consumed.GetInteger() & int.MaxValue;
        Set(State.Examined, (examined.GetInteger() & int.MaxValue) >= _end);
        if (_start == _end) GiveBack();
    }

    public override void CancelPendingRead()
    {
        lock (Gate)
        {
            _state |= State.Canceled;
            if (!Is(State.Waiting)) return;
            _state &= ~State.Waiting;
        }
        // Whoever cancels is in the middle of something else.
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public override void Complete(Exception? exception = null)
    {
        Set(State.Completed, true);
        if (_buffer is not null) GiveBack();
    }

    void IThreadPoolWorkItem.Execute() => _core.SetResult(true);

    ReadResult IValueTaskSource<ReadResult>.GetResult(short token)
    {
        _registration.Dispose();
        _registration = default;
        _core.GetResult(token);
        if (Is(State.Abandoned))
        {
            Set(State.Abandoned, false);
            throw new OperationCanceledException();
        }
        if (!Is(State.Canceled) && !HasEnded) Receive();
        return Result();
    }

    ValueTaskSourceStatus IValueTaskSource<ReadResult>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<ReadResult>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    private static bool None(out ReadResult result)
    {
        result = default;
        return false;
    }

    private bool Is(State state) => (_state & state) != 0;

    private void Set(State state, bool on)
    {
        lock (Gate) _state = on ? _state | state : _state & ~state;
    }

    private ReadResult Result()
    {
        var canceled = Is(State.Canceled);
        if (canceled) Set(State.Canceled, false);
        if (_fault is not null && !canceled) throw _fault;
        var bytes = _buffer is null ? default : new ReadOnlySequence<byte>(_buffer, _start, _end - _start);
        return new ReadResult(bytes, canceled, Is(State.Ended));
    }

    /// <summary>Takes what has arrived, as much as there is room for.</summary>
    private void Receive()
    {
        while (true)
        {
            MakeRoom();
            var room = _buffer!.Length - _end;
            if (room == 0) break;
            var count = socket.Receive(_buffer.AsSpan(_end), SocketFlags.None, out var error);
            if (error is not (SocketError.Success or SocketError.WouldBlock)) _fault = Fault(error);
            else if (error == SocketError.Success && count == 0) Set(State.Ended, true);
            else if (count > 0)
            {
                _end += count;
                Set(State.Examined, false);
            }
            if (count == room) continue;
            Set(State.Drained, true);
            break;
        }
        if (_start == _end) GiveBack();
    }

    private void MakeRoom()
    {
        if (_buffer is null)
        {
            _buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
            (_start, _end) = (0, 0);
            return;
        }
        if (_end < _buffer.Length) return;
        var kept = _buffer.AsSpan(_start, _end - _start);
        if (kept.Length >= MostBytes) return;
        var larger = kept.Length > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(_buffer.Length * 2) : _buffer;
        kept.CopyTo(larger);
        if (larger != _buffer) ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start, _end) = (larger, 0, kept.Length);
    }

    private void GiveBack()
    {
        ArrayPool<byte>.Shared.Return(_buffer!);
        (_buffer, _start, _end) = (null, 0, 0);
        Set(State.Examined, false);
    }

    private void Arm()
    {
        lock (Gate)
        {
            if (Is(State.Armed)) return;
            _state = (_state | State.Armed) & ~State.Drained;
        }
        try
        {
            // What is here already is read on at once; but who never stops sending does not keep the thread from others.
            if (!socket.ReceiveAsync(_arrival!)) Arrived(_arrival!.SocketError, inline: ++_atOnce < MostAtOnce);
        }
        catch (ObjectDisposedException)
        {
            Arrived(SocketError.OperationAborted, inline: false);
        }
    }

    /// <param name="inline">The reader goes on here, or finds it when it comes to wait; else on the pool.</param>
    private void Arrived(SocketError error, bool inline)
    {
        lock (Gate)
        {
            _state &= ~State.Armed;
            if (error is not (SocketError.Success or SocketError.WouldBlock)) _fault ??= Fault(error);
            if (!Is(State.Waiting)) return;
            _state &= ~State.Waiting;
        }
        if (inline) _core.SetResult(true);
        else ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Abandon()
    {
        lock (Gate)
        {
            if (!Is(State.Waiting)) return;
            _state = (_state & ~State.Waiting) | State.Abandoned;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private static IOException Fault(SocketError error)
    {
        var cause = new SocketException((int)error);
        return error is SocketError.ConnectionReset or SocketError.Shutdown or SocketError.ConnectionAborted
            ? new ConnectionResetException(cause.Message, cause)
            : new IOException(cause.Message, cause);
    }

    /// <summary>The watch on the socket; it is also the lock of its owner's state.</summary>
    private sealed class Arrival : SocketAsyncEventArgs
    {
        private readonly SocketInput _owner;

        public Arrival(SocketInput owner) : base(true)
        {
            _owner = owner;
            SetBuffer(Memory<byte>.Empty);
        }

        protected override void OnCompleted(SocketAsyncEventArgs e) => _owner.ArrivedLater(SocketError);
    }

    private void ArrivedLater(SocketError error)
    {
        _atOnce = 0;
        Arrived(error, inline);
    }
}
