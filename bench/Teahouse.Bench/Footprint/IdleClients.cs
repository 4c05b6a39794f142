using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Teahouse.Bench.Footprint;

/// <summary>Many registered clients that say nothing, five in each room.</summary>
internal sealed class IdleClients(IPEndPoint server) : IDisposable
{
    private const int InFlight = 64;

    private readonly List<Socket> _sockets = [];

    public int Count => _sockets.Count;

    /// <summary>Connects until there are so many, each registered and in its room.</summary>
    public async Task GrowAsync(int count)
    {
        while (_sockets.Count < count)
        {
            var batch = Enumerable.Range(_sockets.Count, Math.Min(InFlight, count - _sockets.Count)).Select(ConnectAsync);
            _sockets.AddRange(await Task.WhenAll(batch));
        }
    }

    public void Dispose()
    {
        foreach (var socket in _sockets) socket.Dispose();
    }

    private async Task<Socket> ConnectAsync(int number)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"NICK idle{number}\r\nUSER idle 0 * :idle\r\nJOIN #idle{number / 5}\r\n"));
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains(" 366 ", StringComparison.Ordinal))
        {
            var received = await socket.ReceiveAsync(buffer);
            if (received == 0) throw new InvalidOperationException($"Client {number} was closed: {text}");
            text.Append(Encoding.UTF8.GetString(buffer, 0, received));
        }
        return socket;
    }
}
