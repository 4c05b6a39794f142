using System.Net;
using System.Net.Sockets;

namespace Teahouse.Server.Transport;

/// <summary>A socket that sends to itself: what it says is heard on the thread that watches it, after all that had arrived there before.</summary>
internal sealed class Bell : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly SocketAsyncEventArgs _arrival = new(true);

    /// <exception cref="SocketException">There is no loopback.</exception>
    public Bell()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        // From now on it takes nothing from anybody else.
        _socket.Connect(_socket.LocalEndPoint!);
        _arrival.SetBuffer(new byte[1]);
        _arrival.Completed += (_, _) => Arrived();
        Listen();
    }

    /// <summary>Once for each <see cref="Ring"/> that comes after the last one was heard.</summary>
    public event Action? Heard;

    /// <summary>The id of the thread that hears it.</summary>
    public async Task<int> ThreadAsync()
    {
        var thread = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Note() => thread.TrySetResult(Environment.CurrentManagedThreadId);
        Heard += Note;
        Ring();
        var id = await thread.Task;
        Heard -= Note;
        return id;
    }

    public void Ring()
    {
        try
        {
            _socket.Send([0]);
        }
        catch (ObjectDisposedException)
        {
            // The server stops.
        }
        catch (SocketException)
        {
            // The system has no room for a byte: nobody is to wait for it.
            Heard?.Invoke();
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _arrival.Dispose();
    }

    private void Listen()
    {
        while (!_socket.ReceiveAsync(_arrival)) Heard?.Invoke();
    }

    private void Arrived()
    {
        if (_arrival.SocketError != SocketError.Success) return;
        // First, so that whoever hears it may ring again.
        Heard?.Invoke();
        try
        {
            Listen();
        }
        catch (ObjectDisposedException)
        {
            // The server stops.
        }
    }
}
