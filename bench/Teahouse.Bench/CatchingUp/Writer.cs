using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Teahouse.Bench.CatchingUp;

/// <summary>Somebody who speaks in many rooms, and waits until all of it is stored.</summary>
internal sealed class Writer : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _buffer = new byte[65536];
    private int _pings;

    private Writer() { }

    public static async Task<Writer> LogInAsync(IPEndPoint server, string account, string password, IEnumerable<string> rooms)
    {
        var writer = new Writer();
        await writer._socket.ConnectAsync(server);
        await writer.SendAsync($"PASS :{account}:{password}\r\nNICK {account}\r\nUSER {account} 0 * :{account}\r\n{string.Concat(rooms.Select(r => $"JOIN {r}\r\n"))}");
        return writer;
    }

    /// <summary>Says a text in each room; all is stored when this ends.</summary>
    public Task SayAsync(IEnumerable<string> rooms, string text) => SendAsync(string.Concat(rooms.Select(r => $"PRIVMSG {r} :{text}\r\n")));

    public void Dispose() => _socket.Dispose();

    private async Task SendAsync(string lines)
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"stored{++_pings}");
        await _socket.SendAsync(Encoding.UTF8.GetBytes($"{lines}PING {token}\r\n"));
        var text = "";
        while (!text.Contains($":{token}\r\n", StringComparison.Ordinal))
        {
            var received = await _socket.ReceiveAsync(_buffer);
            if (received == 0) throw new InvalidOperationException($"The writer was closed: {text}");
            text += Encoding.UTF8.GetString(_buffer, 0, received);
            if (text.Contains(" FAIL ", StringComparison.Ordinal) || text.Contains("ERROR ", StringComparison.Ordinal)) throw new InvalidOperationException(text);
        }
    }
}
