using Teahouse.Check.Driving;
using Teahouse.Check.Faults;
using Teahouse.Check.Judging;
using Teahouse.Check.Servers;

namespace Teahouse.Check;

/// <summary>
/// A check from its start to its report: clients come in, write through faulty connections while the server is killed, settle
/// their accounts over sound ones, and read the histories. Then the <see cref="Judge"/> is asked.
/// </summary>
public sealed class CheckRun
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    private readonly CheckOptions _options;
    private readonly TimeProvider _time;
    private readonly IProgress<CheckProgress>? _progress;
    private readonly Traffic _traffic;
    private readonly FaultSource _faults;
    private readonly long _begin;
    private Participant[] _participants = [];
    private ServerCommand? _server;

    private CheckRun(CheckOptions options, TimeProvider time, IProgress<CheckProgress>? progress)
    {
        (_options, _time, _progress, _begin) = (options, time, progress, time.GetTimestamp());
        var rooms = options.Rooms > 0 ? options.Rooms : Math.Max(1, options.Clients / 5);
        var mark = RunMark.At(time.GetUtcNow());
        _traffic = new(new(options.Clients, rooms, mark), mark, options.Messages);
        _faults = new(new FaultPlanner(options.Seed, options.Faults).Plan);
    }

    /// <exception cref="ServerException">The server cannot be checked at all.</exception>
    public static Task<CheckReport> RunAsync(CheckOptions options, TimeProvider time, IProgress<CheckProgress>? progress, CancellationToken cancel) =>
        new CheckRun(options, time, progress).RunAsync(cancel);

    private async Task<CheckReport> RunAsync(CancellationToken cancel)
    {
        await using var server = _server = _options.Start is { } start ? new(start, _options.Server, _time) : null;
        if (server is not null) await server.StartAsync(_options.Patience, cancel);
        var proxies = new List<FaultProxy>();
        try
        {
            for (var i = 0; i < _options.Clients; i++) proxies.Add(new(_options.Server, _faults, i, _time));
            _participants = [.. proxies.Select((proxy, i) => new Participant(i, proxy.Address, _traffic, _options, _time))];
            return await DriveAsync(cancel);
        }
        finally
        {
            foreach (var participant in _participants) await participant.DisposeAsync();
            foreach (var proxy in proxies) await proxy.DisposeAsync();
        }
    }

    private async Task<CheckReport> DriveAsync(CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var beat = BeatAsync(end.Token);
        var running = _participants.Select(participant => participant.RunAsync(end.Token)).ToArray();
        try
        {
            await GatherAsync(cancel);
            _traffic.Phase = Phase.Writing;
            await WriteAsync(cancel);
            _faults.End();
            _traffic.Phase = Phase.Settling;
            await WithinPatienceAsync(Task.WhenAll(_participants.Select(participant => participant.Settled)), cancel);
            _traffic.Phase = Phase.Ending;
            await WithinPatienceAsync(Task.WhenAll(running), cancel);
            var ready = _participants.Where((_, i) => running[i].IsCompletedSuccessfully).ToArray();
            var (histories, unreadable) = await new Histories(_traffic.Scene, ready).ReadAsync(cancel);
            await end.CancelAsync();
            await EndAsync(running, beat);
            return Collect(histories, unreadable);
        }
        finally
        {
            await end.CancelAsync();
            await EndAsync(running, beat);
        }
    }

    private async Task GatherAsync(CancellationToken cancel)
    {
        if (await WithinPatienceAsync(Task.WhenAll(_participants.Select(participant => participant.Ready)), cancel)) return;
        var missing = _participants.First(participant => !participant.Ready.IsCompleted);
        throw new ServerException($"Not every client could log in and join: {missing.Trouble ?? "no answer"}");
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(_options.Duration ?? Timeout.InfiniteTimeSpan, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        var killing = _server is { } server && _options.KillEvery is { } pause
            ? new KillSchedule(server, pause, _options.Patience, new(_options.Seed), _time).RunAsync(stop.Token)
            : Task.Delay(Timeout.InfiniteTimeSpan, stop.Token);
        await Task.WhenAny(_traffic.AllTaken.Task, killing);
        await stop.CancelAsync();
        await killing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancel.ThrowIfCancellationRequested();
        if (killing.IsFaulted) await killing;
    }

    private CheckReport Collect(IReadOnlyList<StoredConversation> histories, IReadOnlyList<Finding> unreadable)
    {
        var messages = new SentMessage[_traffic.Written];
        foreach (var participant in _participants)
            foreach (var message in participant.Sent) messages[message.Text.Number] = message.ToRecord(participant.Client);
        var promises = Greeting().Promise(_server?.Kills > 0);
        var record = new RunRecord(promises, _traffic.Scene.Conversations, messages, [.. _participants.SelectMany(participant => participant.TakeViews())], histories);
        var findings = new List<Finding>(Judge.Find(record));
        findings.AddRange(unreadable);
        if (_server is { Ended: > 0 } or { HasEnded: true }) findings.Add(new(FindingKind.ServerEnded, -1));
        return CheckReport.Of(_options, record, findings, _time.GetElapsedTime(_begin)) with
        {
            Connections = _participants.Sum(participant => participant.Connections),
            Kills = _server?.Kills ?? 0,
            Faults = _faults.Counts,
            Unreadable = _participants.Sum(participant => participant.Unreadable),
        };
    }

    private Greeting Greeting() =>
        _participants.Select(participant => participant.Greeting).FirstOrDefault(greeting => greeting is not null)
        ?? throw new ServerException("No client could log in.");

    private async Task BeatAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Beat, _time);
        while (await timer.WaitForNextTickAsync(cancel))
        {
            foreach (var participant in _participants) participant.Wake();
            _progress?.Report(new(_time.GetElapsedTime(_begin), _traffic.Written, _server?.Kills ?? 0));
        }
    }

    /// <returns>False if it takes too long.</returns>
    private async Task<bool> WithinPatienceAsync(Task task, CancellationToken cancel)
    {
        try
        {
            await task.WaitAsync(_options.Patience, _time, cancel);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>What ends because the run does is no error; anything else is.</summary>
    private static async Task EndAsync(Task[] running, Task beat)
    {
        foreach (var task in running.Append(beat))
        {
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (task.IsFaulted) await task;
        }
    }
}
