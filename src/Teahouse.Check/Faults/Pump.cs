using System.Net.Sockets;

namespace Teahouse.Check.Faults;

/// <summary>Carries the bytes of one direction, with its faults.</summary>
internal sealed class Pump(Direction direction, Socket from, Socket to, IReadOnlyList<Fault> faults, Fate fate)
{
    private const int BufferBytes = 16 * 1024;
    private const int DripBytes = 3;
    private static readonly TimeSpan DripPause = TimeSpan.FromMilliseconds(2);

    private readonly byte[] _buffer = new byte[BufferBytes];
    private long _through;
    private int _next;
    private int _dripping;

    /// <summary>Returns when nothing will come through any more. Its end is the connection's, unless nobody is to notice.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (await ReceiveAsync() is > 0 and var count)
                if (!fate.IsSilent(direction)) await CarryAsync(_buffer.AsMemory(0, count));
            await CloseAsync();
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            // One end is gone, or a fault has ended the connection.
            await fate.EndAsync();
        }
    }

    /// <returns>0 when there is nobody at the other end any more.</returns>
    private async ValueTask<int> ReceiveAsync()
    {
        try
        {
            return await from.ReceiveAsync(_buffer, fate.Ended);
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private async Task CloseAsync()
    {
        if (fate.IsSilent(direction))
        {
            // That the server has gone does not come through; that the client has, not yet.
            if (direction == Direction.Down) return;
            await Task.Delay(fate.Ghost, fate.Time, fate.Ended);
        }
        await fate.EndAsync();
    }

    private async ValueTask CarryAsync(ReadOnlyMemory<byte> bytes)
    {
        while (_next < faults.Count && faults[_next].After <= _through + bytes.Length)
        {
            var fault = faults[_next++];
            var before = (int)Math.Max(0, fault.After - _through);
            await SendAsync(bytes[..before]);
            bytes = bytes[before..];
            await fate.MeetAsync(fault, direction);
            if (fault.Kind == FaultKinds.Drip) _dripping = fault.Bytes;
            if (fate.Ended.IsCancellationRequested || fate.IsSilent(direction)) return;
        }
        await SendAsync(bytes);
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        _through += bytes.Length;
        while (_dripping > 0 && bytes.Length > 0)
        {
            var some = Math.Min(DripBytes, bytes.Length);
            await SendAllAsync(bytes[..some]);
            bytes = bytes[some..];
            _dripping -= some;
            await Task.Delay(DripPause, fate.Time, fate.Ended);
        }
        await SendAllAsync(bytes);
    }

    private async ValueTask SendAllAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[await to.SendAsync(bytes, fate.Ended)..];
    }
}
