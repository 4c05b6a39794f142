using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Teahouse.EndToEnd.Wires;

/// <summary>The way to a server, which can be cut and mended: a port of its own that passes bytes on.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly int _server;
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<WireConnection, Task> _connections = new();
    private readonly Task _accepting;
    private volatile bool _isCut;
    private long _received;

    /// <param name="server">Its port on loopback.</param>
    public Wire(int server)
    {
        _server = server;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Where it begins, on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Bytes that came from the server until now.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Every connection breaks at once, whatever is under way on it, and new ones break as they come.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var connection in _connections.Keys) connection.Dispose();
    }

    /// <summary>Nothing passes any more, and nobody is told; new connections break as they come.</summary>
    public void Silence()
    {
        _isCut = true;
        foreach (var connection in _connections.Keys) connection.Silence();
    }

    /// <summary>New connections pass. What was silent has broken: no connection outlives the loss of what was under way on it.</summary>
    public void Mend()
    {
        foreach (var connection in _connections.Keys) connection.BreakIfSilent();
        _isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        foreach (var connection in _connections.Keys) connection.Dispose();
        await Task.WhenAll(_connections.Values);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = new WireConnection(await _listener.AcceptAsync(_end.Token), count => Interlocked.Add(ref _received, count));
                if (_isCut)
                {
                    connection.Dispose();
                    continue;
                }
                _connections[connection] = RunAsync(connection);
                // It may have been cut between the look and this.
                if (_isCut) connection.Dispose();
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the wire.
        }
    }

    private async Task RunAsync(WireConnection connection)
    {
        // So that it is in the table before it can be taken out.
        await Task.Yield();
        await connection.RunAsync(_server);
        _connections.TryRemove(connection, out _);
    }
}
