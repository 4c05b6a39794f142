using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Teahouse.Bench.Driving;

/// <summary>A connection that sends and reads lines of IRC, and costs little itself.</summary>
internal sealed class LineClient : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[2048];
    private int _start;
    private int _end;

    /// <summary>Rooms that were joined, by anybody, before the line that was expected last.</summary>
    public int Joins { get; private set; }

    /// <exception cref="SocketException">Nobody listens.</exception>
    public Task ConnectAsync(IPEndPoint server) => _socket.ConnectAsync(server);

    /// <param name="lines">Divided by CR LF; the last one's is added.</param>
    public async Task SendAsync(string lines) => await _socket.SendAsync(Encoding.UTF8.GetBytes(lines + "\r\n"));

    /// <summary>Reads until a line of this command, the second word after the source; all others are passed over.</summary>
    /// <returns>The line, with its source and without tags.</returns>
    /// <exception cref="InvalidOperationException">The connection ended, or the server refuses something.</exception>
    public async Task<string> ExpectAsync(string command)
    {
        Joins = 0;
        while (true)
        {
            var line = await ReadAsync() ?? throw new InvalidOperationException($"The connection ended before {command} came.");
            if (line.StartsWith('@')) line = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            var words = line.Split(' ', 4);
            var said = line.StartsWith(':') ? words[1] : words[0];
            if (said == command) return line;
            if (said == "JOIN") Joins++;
            if (said == "PING") await SendAsync($"PONG {words[1]}");
            if (said is "ERROR" or "FAIL" or "904" or "433") throw new InvalidOperationException($"Waiting for {command}: {line}");
        }
    }

    /// <summary>Returns when the server has dealt with all that was sent.</summary>
    public async Task SettleAsync()
    {
        await SendAsync("PING settled");
        await ExpectAsync("PONG");
    }

    /// <summary>Takes all that comes, until the connection ends.</summary>
    public async Task DrainAsync()
    {
        try
        {
            while (await ReadAsync() is { } line)
            {
                if (line.StartsWith("PING", StringComparison.Ordinal)) await SendAsync(string.Create(CultureInfo.InvariantCulture, $"PONG{line[4..]}"));
            }
        }
        catch (SocketException)
        {
            // Cut off: an end like any other.
        }
        catch (ObjectDisposedException)
        {
            // Ended by ourselves.
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <returns>Null at the end of the connection.</returns>
    private async ValueTask<string?> ReadAsync()
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _start, length).TrimEnd('\r');
                _start += length + 1;
                return line;
            }
            if (_start > 0) Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end -= _start);
            _start = 0;
            if (_end == _buffer.Length) Array.Resize(ref _buffer, 2 * _end);
            var received = await _socket.ReceiveAsync(_buffer.AsMemory(_end));
            if (received == 0) return null;
            _end += received;
        }
    }
}
