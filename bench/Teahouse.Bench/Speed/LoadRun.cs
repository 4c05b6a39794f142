using System.Collections.Concurrent;
using System.Globalization;

namespace Teahouse.Bench.Speed;

/// <summary>One load on one server: everybody enters, some talk, and all is counted.</summary>
/// <param name="seconds">How long is counted; half of it is waited before that, and as long for memory to settle.</param>
internal sealed class LoadRun(Scenario scenario, Contestant server, double seconds) : IDisposable
{
    private const int InFlight = 256;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Tally _tally = new();
    private readonly ConcurrentBag<LoadClient> _clients = [];
    private readonly List<Sender> _senders = [];

    public async Task<SpeedResult> RunAsync()
    {
        var memory = server.Memory;
        var begin = Clock.Now;
        await EnterAsync();
        var entering = (Clock.Now - begin) / 1e6;
        await Task.Delay(Half);
        var idle = server.Memory;
        using var stop = new CancellationTokenSource();
        var talking = Task.WhenAll(scenario.Rate > 0 ? [PaceAsync(stop.Token)] : _senders.Select(sender => sender.TalkAsync(stop.Token)));
        if (_senders.Count > 0) await Task.Delay(Half);
        _tally.Latencies.Clear();
        var (cpu, delivered, from) = (server.ProcessorTime, _tally.Delivered, Clock.Now);
        if (_senders.Count > 0) await Task.Delay(TimeSpan.FromSeconds(seconds));
        var took = (Clock.Now - from) / 1e6;
        var (used, came) = (server.ProcessorTime - cpu, _tally.Delivered - delivered);
        await stop.CancelAsync();
        await talking;
        var expected = _senders.Sum(sender => sender.Sent) * (scenario.Clients / scenario.Rooms - 1);
        var missing = await ArriveAsync(expected);
        return new SpeedResult(scenario.Name, server.Name)
        {
            DeliveriesPerSecond = took > 0 ? came / took : 0,
            MicrosecondsPerDelivery = came > 0 ? used.TotalMicroseconds / came : 0,
            Median = _tally.Latencies.At(0.5),
            Slowest = _tally.Latencies.At(0.99),
            BytesPerConnection = (idle - memory) / (double)scenario.Clients,
            ConnectionsPerSecond = scenario.Clients / entering,
            Lost = _tally.Lost + missing,
            Doubled = _tally.Doubled,
            Reordered = _tally.Reordered,
        };
    }

    public void Dispose()
    {
        foreach (var client in _clients) client.Dispose();
    }

    private TimeSpan Half => TimeSpan.FromSeconds(seconds / 2);

    private async Task EnterAsync()
    {
        using var free = new SemaphoreSlim(server.ConnectsAtOnce ?? InFlight);
        var entering = new List<Task>();
        var each = scenario.Clients / scenario.Rooms;
        for (var room = 0; room < scenario.Rooms; room++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"#c{room}");
            var slots = new Sender?[scenario.Senders];
            for (var i = 0; i < each; i++)
            {
                var client = new LoadClient(room * each + i, name, _tally, slots);
                _clients.Add(client);
                if (i < scenario.Senders) _senders.Add(slots[i] = new Sender(client, name, i, each - 1));
                await free.WaitAsync();
                entering.Add(EnterAsync(client, free));
            }
        }
        await Task.WhenAll(entering);
    }

    private async Task EnterAsync(LoadClient client, SemaphoreSlim free)
    {
        try
        {
            await client.EnterAsync(server.Address, server.Wire);
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Sends what is due, each sender in its turn; the time that a message carries is when it was due, so that a stall shows.</summary>
    private async Task PaceAsync(CancellationToken stop)
    {
        var (begin, sent) = (Clock.Now, 0L);
        while (!stop.IsCancellationRequested)
        {
            var due = begin + sent * 1_000_000 / scenario.Rate;
            if (due > Clock.Now)
            {
                // The clock that wakes us is good for a millisecond.
                await Task.Delay(1, CancellationToken.None);
                continue;
            }
            await _senders[(int)(sent++ % _senders.Count)].SendAsync(1, due);
        }
    }

    /// <summary>Waits for what is on its way; how much never came.</summary>
    private async Task<long> ArriveAsync(long expected)
    {
        for (var since = Clock.Now; _tally.Delivered + _tally.Lost < expected && Clock.Now - since < Patience.TotalMicroseconds;) await Task.Delay(20);
        return Math.Max(0, expected - _tally.Delivered - _tally.Lost);
    }
}
