using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace Teahouse.Bench.Speed;

/// <summary>A registered member of one room that counts what it hears.</summary>
internal sealed class LoadClient(int number, string room, Tally tally, Sender?[] senders) : IDisposable
{
    private readonly long[] _expected = new long[senders.Length];
    private readonly ulong[] _seen = new ulong[senders.Length];
    private readonly SemaphoreSlim _writing = new(1);
    private byte[] _buffer = new byte[4096];
    private int _end;
    private Stream? _stream;

    /// <summary>Ends with the connection.</summary>
    public Task Hearing { get; private set; } = Task.CompletedTask;

    public async Task EnterAsync(IPEndPoint server, Wire wire)
    {
        _stream = await OpenAsync(server, wire);
        await SendAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"NICK load{number}\r\nUSER load 0 * :load\r\n")));
        await SeeAsync(" 001 ");
        await SendAsync(Encoding.ASCII.GetBytes($"JOIN {room}\r\n"));
        await SeeAsync(" JOIN ");
        Hearing = HearAsync();
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> lines)
    {
        // A PONG may come between.
        await _writing.WaitAsync();
        try
        {
            await _stream!.WriteAsync(lines);
            await _stream.FlushAsync();
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _writing.Dispose();
    }

    private static async Task<Stream> OpenAsync(IPEndPoint server, Wire wire)
    {
        if (wire == Wire.WebSocket)
        {
            var web = new ClientWebSocket();
            web.Options.AddSubProtocol("text.ircv3.net");
            await web.ConnectAsync(new Uri($"ws://{server}/irc"), CancellationToken.None);
            return new WebSocketLines(web);
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server);
        var plain = new NetworkStream(socket, ownsSocket: true);
        if (wire == Wire.Plain) return plain;
        // The server made its certificate itself, and the network is this machine.
#pragma warning disable CA5359
        var tls = new SslStream(plain, leaveInnerStreamOpen: false, (_, _, _, _) => true);
#pragma warning restore CA5359
        await tls.AuthenticateAsClientAsync("localhost");
        return tls;
    }

    /// <summary>Reads until a line with this came.</summary>
    private async Task SeeAsync(string expected)
    {
        while (true)
        {
            var text = Encoding.ASCII.GetString(_buffer, 0, _end);
            if (text.Contains(expected, StringComparison.Ordinal)) break;
            // Before registration some servers want to know that we are there.
            var ping = text.LastIndexOf("PING :", StringComparison.Ordinal);
            if (_end == _buffer.Length) Array.Resize(ref _buffer, 2 * _end);
            var count = await _stream!.ReadAsync(_buffer.AsMemory(_end));
            if (count == 0) throw new IOException($"Client {number} was closed: {text}");
            _end += count;
            if (ping < 0 && Encoding.ASCII.GetString(_buffer, 0, _end) is var now && now.IndexOf("PING :", StringComparison.Ordinal) is >= 0 and var at)
                await SendAsync(Encoding.ASCII.GetBytes("PONG " + now[(at + 5)..].Split("\r\n")[0] + "\r\n"));
        }
        _end = 0;
    }

    private async Task HearAsync()
    {
        try
        {
            while (true)
            {
                // Who talks needs little room, and who hears much gets it once.
                if (_end == _buffer.Length) Array.Resize(ref _buffer, 2 * _end);
                var count = await _stream!.ReadAsync(_buffer.AsMemory(_end));
                if (count == 0) return;
                _end += count;
                var rest = await TakeAsync();
                if (rest == 0 && _buffer.Length < 32 * 1024 && count > 2048) _buffer = new byte[32 * 1024];
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or WebSocketException)
        {
            // The run is over, or the server has closed it: what is missing shows in the figures.
        }
    }

    /// <summary>Takes whole lines; how many bytes are left.</summary>
    private async ValueTask<int> TakeAsync()
    {
        var start = 0;
        while (_buffer.AsSpan(start, _end - start).IndexOf((byte)'\n') is >= 0 and var length)
        {
            var line = _buffer.AsMemory(start, length);
            start += length + 1;
            if (line.Span.StartsWith("PING "u8)) await SendAsync(Encoding.ASCII.GetBytes("PONG " + Encoding.ASCII.GetString(line.Span[5..]) + "\n"));
            else Hear(line.Span);
        }
        _buffer.AsSpan(start, _end - start).CopyTo(_buffer);
        return _end -= start;
    }

    private void Hear(ReadOnlySpan<byte> line)
    {
        var at = line.IndexOf(" PRIVMSG "u8);
        if (at < 0) return;
        var text = line[(at + 9)..];
        text = text[(text.IndexOf((byte)':') + 1)..];
        if (!Utf8Parser.TryParse(text, out int slot, out var length) || !Utf8Parser.TryParse(text[(length + 1)..], out long sequence, out var more)
            || !Utf8Parser.TryParse(text[(length + more + 2)..], out long due, out _) || slot >= senders.Length) return;
        Count(slot, sequence);
        tally.Deliver();
        tally.Latencies.Add(Clock.Now - due);
        senders[slot]?.Received(sequence);
    }

    private void Count(int slot, long sequence)
    {
        var ahead = sequence - _expected[slot];
        if (ahead >= 0)
        {
            if (ahead > 0) tally.Miss(ahead);
            _seen[slot] = ahead >= 63 ? 1 : (_seen[slot] << (int)(ahead + 1)) | 1;
            _expected[slot] = sequence + 1;
            return;
        }
        var bit = -ahead - 1;
        if (bit >= 64 || (_seen[slot] & (1UL << (int)bit)) != 0) tally.Double();
        else
        {
            _seen[slot] |= 1UL << (int)bit;
            tally.Reorder();
        }
    }
}
