using System.Net.Sockets;

namespace Teahouse.Check.Faults;

/// <summary>One connection through the proxy, until either end or a fault ends it.</summary>
internal sealed class ProxiedConnection(Socket client, Socket server, FaultPlan plan, FaultSource faults, TimeProvider time)
{
    public async Task RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var fate = new Fate(faults, time, end);
        var up = new Pump(Direction.Up, client, server, plan.Up, fate).RunAsync();
        var down = new Pump(Direction.Down, server, client, plan.Down, fate).RunAsync();
        await Task.WhenAll(up, down);
        // Closed with bytes still to send and no time to do it, a connection is reset.
        if (fate.IsReset) client.LingerState = server.LingerState = new LingerOption(true, 0);
    }
}
