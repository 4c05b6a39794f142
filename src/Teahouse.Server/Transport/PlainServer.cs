using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace Teahouse.Server.Transport;

/// <summary>Serves the connections of one plain listener, without Kestrel between: it would cost as much memory as the session itself.</summary>
internal sealed partial class PlainServer(SocketListener listener, ConnectionDelegate serve, ILogger logger)
{
    private readonly ConcurrentDictionary<SocketConnection, byte> _connections = new();
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // The one is the listener itself.
    private int _open = 1;
    private Task _accepting = Task.CompletedTask;

    public void Start() => _accepting = AcceptAsync();

    /// <summary>Takes nobody in any more; ends when all are gone. Those who are not when <paramref name="patience"/> ends are cut off.</summary>
    public async Task StopAsync(CancellationToken patience)
    {
        await listener.UnbindAsync(CancellationToken.None);
        await _accepting;
        await using var cut = patience.Register(() =>
        {
            foreach (var (connection, _) in _connections) connection.Abort(new ConnectionAbortedException("The server has stopped."));
        });
        Leave();
        await _gone.Task;
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _open) == 0) _gone.TrySetResult();
    }

    private async Task AcceptAsync()
    {
        while (await listener.AcceptAsync(CancellationToken.None) is { } connection)
        {
            Interlocked.Increment(ref _open);
            _connections.TryAdd(connection, 0);
            _ = ServeAsync(connection);
        }
    }

    private async Task ServeAsync(SocketConnection connection)
    {
        try
        {
            await serve(connection);
        }
        catch (Exception fault)
        {
            // A bug. The connection ends; the server lives.
            LogFault(logger, fault);
        }
        finally
        {
            await connection.DisposeAsync();
            _connections.TryRemove(connection, out _);
            Leave();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A connection failed")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
