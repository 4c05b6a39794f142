using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace Teahouse.Bench.Speed;

/// <summary>One that talks in its room: each message carries who sent it, its number and when.</summary>
/// <param name="slot">Its number among those who talk in the room.</param>
/// <param name="receivers">How many hear it.</param>
internal sealed class Sender(LoadClient client, string room, int slot, int receivers)
{
    private const int Ring = 1024;

    private readonly int[] _left = new int[Ring];
    private readonly Channel<bool> _woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();
    private readonly byte[] _start = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"PRIVMSG {room} :{slot} "));
    private long _oldest;
    private long _next;

    public long Sent => Volatile.Read(ref _next);

    /// <summary>A receiver has number <paramref name="sequence"/>.</summary>
    public void Received(long sequence)
    {
        if (Interlocked.Decrement(ref _left[sequence % Ring]) > 0) return;
        lock (_gate)
        {
            while (_oldest < _next && Volatile.Read(ref _left[_oldest % Ring]) <= 0) _oldest++;
        }
        _woken.Writer.TryWrite(true);
    }

    /// <summary>Keeps up to a window of messages under way until it is told to stop.</summary>
    public async Task TalkAsync(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await SendAsync((int)(Scenario.Window - (_next - Volatile.Read(ref _oldest))), Clock.Now);
                await _woken.Reader.ReadAsync(stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    /// <param name="due">The time that they carry, by <see cref="Clock"/>.</param>
    public async ValueTask SendAsync(int count, long due)
    {
        if (count <= 0) return;
        var lines = new byte[count * (_start.Length + Scenario.TextBytes + 2)];
        var length = 0;
        for (var i = 0; i < count; i++) length += Write(lines.AsSpan(length), due);
        await client.SendAsync(lines.AsMemory(0, length));
    }

    private int Write(Span<byte> line, long due)
    {
        Volatile.Write(ref _left[_next % Ring], receivers);
        _start.CopyTo(line);
        var at = _start.Length;
        Utf8Formatter.TryFormat(_next, line[at..], out var written);
        at += written;
        line[at++] = (byte)' ';
        Utf8Formatter.TryFormat(due, line[at..], out written);
        at += written;
        line[at++] = (byte)' ';
        var end = _start.Length - 2 + Scenario.TextBytes;
        line[at..end].Fill((byte)'x');
        line[end] = (byte)'\r';
        line[end + 1] = (byte)'\n';
        Volatile.Write(ref _next, _next + 1);
        return end + 2;
    }
}
