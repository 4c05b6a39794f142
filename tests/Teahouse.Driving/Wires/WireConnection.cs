using System.Net;
using System.Net.Sockets;

namespace Teahouse.EndToEnd.Wires;

/// <summary>One connection over a <see cref="Wire"/>: passes bytes both ways until it is broken or one side ends.</summary>
/// <param name="received">Is told how many bytes came from the server.</param>
internal sealed class WireConnection(Socket near, Action<int> received) : IDisposable
{
    private readonly Socket _far = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private volatile bool _isSilent;

    /// <summary>Both ends are reset; what is under way is gone.</summary>
    public void Dispose()
    {
        near.Close(timeout: 0);
        _far.Close(timeout: 0);
    }

    /// <summary>What comes from now on is dropped.</summary>
    public void Silence() => _isSilent = true;

    public void BreakIfSilent()
    {
        if (_isSilent) Dispose();
    }

    public async Task RunAsync(int server)
    {
        try
        {
            near.NoDelay = true;
            await _far.ConnectAsync(IPAddress.Loopback, server);
            await Task.WhenAll(PassAsync(near, _far, null), PassAsync(_far, near, received));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Broken here, or the server is not there.
        }
        finally
        {
            Dispose();
        }
    }

    private async Task PassAsync(Socket from, Socket to, Action<int>? passed)
    {
        var buffer = new byte[65536];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                if (_isSilent) continue;
                passed?.Invoke(count);
                await SendAllAsync(to, buffer.AsMemory(0, count));
            }
            if (!_isSilent) to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other direction is of no use alone.
            Dispose();
        }
    }

    private static async Task SendAllAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[await to.SendAsync(bytes)..];
    }
}
