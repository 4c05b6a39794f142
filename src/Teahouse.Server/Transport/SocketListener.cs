using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Teahouse.Server.Transport;

/// <summary>Accepts connections on a socket that listens already.</summary>
/// <param name="inline">See <see cref="SocketInput"/>.</param>
internal sealed partial class SocketListener(EndPoint endPoint, Socket socket, bool inline, TimeProvider time, ILogger logger) : IConnectionListener
{
    /// <summary>After an accept that failed: the process may have too many files open, and trying at once would not help.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public EndPoint EndPoint => endPoint;

    /// <returns>Null once it listens no more.</returns>
    async ValueTask<ConnectionContext?> IConnectionListener.AcceptAsync(CancellationToken cancellationToken) => await AcceptAsync(cancellationToken);

    public async ValueTask<SocketConnection?> AcceptAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                var accepted = await socket.AcceptAsync(cancel);
                if (TryWrap(accepted) is { } connection) return connection;
            }
            catch (ObjectDisposedException)
            {
                return null;
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.OperationAborted)
            {
                return null;
            }
            catch (SocketException error)
            {
                LogRefused(logger, endPoint, error.SocketErrorCode);
                await Task.Delay(Pause, time, cancel);
            }
        }
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        socket.Dispose();
        return default;
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return default;
    }

    private SocketConnection? TryWrap(Socket accepted)
    {
        try
        {
            return new SocketConnection(accepted, inline, time);
        }
        catch (SocketException)
        {
            // Gone before it came.
            accepted.Dispose();
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection to {EndPoint} could not be accepted: {Error}")]
    private static partial void LogRefused(ILogger logger, EndPoint endPoint, SocketError error);
}
