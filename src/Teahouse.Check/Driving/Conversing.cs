using Teahouse.Check.Judging;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>What a client does on one connection once it is logged in: joins, writes, notes what it hears, and watches that it goes on.</summary>
internal sealed class Conversing(
    int client, int connection, IrcLink link, Greeting greeting, Traffic traffic, Outbox outbox, Observer observer, CheckOptions options, TimeProvider time)
{
    private readonly CatchingUp _catchingUp = new(client, greeting, traffic, observer);
    private Listening? _listening;
    private readonly Dictionary<int, long> _sentAt = [];
    private readonly LabelledSending? _labelled = greeting.AnswersByLabel ? new(link, outbox, greeting.HasOnce, traffic.Mark) : null;
    private ISending _sending = null!;
    private long _heardAt = time.GetTimestamp();
    private long _joinedAt;
    private long _asked;
    private long _confirmed;
    private long _fetchedAt;
    private int _pages;

    /// <summary>Nothing has come for so long that it must be given up, even if it hangs in sending.</summary>
    public bool IsStuck => time.GetElapsedTime(Volatile.Read(ref _heardAt)) > 2 * options.Silence;

    /// <summary>The client is in its rooms.</summary>
    public event Action? Ready;

    /// <summary>Every message has its answer, or never will, and the client is in its rooms.</summary>
    public event Action? Settled;

    /// <summary>Returns at the end of the run, with the connection open.</summary>
    /// <exception cref="IOException">The connection has ended, or was given up.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        _sending = _labelled ?? (ISending)new PingedSending(link, outbox, traffic.Ticks, greeting.HasEcho, traffic.Mark);
        _listening = new(client, traffic, observer, greeting, _catchingUp);
        if (traffic.Scene.PartnerOf(client) >= 0) observer.Begin(traffic.Scene.DirectOf(client));
        await JoinAsync(cancel);
        foreach (var message in outbox.Waiting.ToArray()) await SendAsync(message, cancel);
        var end = 0L;
        while (end == 0 || _confirmed < end)
        {
            if (await link.ReceiveAsync(cancel) is { } message) await HandleAsync(message, cancel);
            else await LookAsync(cancel);
            while (outbox.Count < options.Window && IsIn && outbox.Compose(connection) is { } next) await SendAsync(next, cancel);
            if (IsIn) Ready?.Invoke();
            if (traffic.Phase >= Phase.Settling && outbox.Count == 0 && IsIn) Settled?.Invoke();
            // What is confirmed before it has been fetched proves nothing.
            if (_catchingUp.IsAnywhere) end = 0;
            else if (traffic.Phase == Phase.Ending && end == 0 && IsIn) end = await AskAsync(cancel);
        }
    }

    private bool IsIn
    {
        get
        {
            foreach (var room in traffic.Scene.RoomsOf(client))
                if (!observer.IsOpen(room)) return false;
            return true;
        }
    }

    private async ValueTask HandleAsync(Message message, CancellationToken cancel)
    {
        Volatile.Write(ref _heardAt, time.GetTimestamp());
        switch (message.Command)
        {
            case "PING":
                await link.SendAsync($"PONG :{message.Parameters[^1]}", cancel);
                return;
            case "PONG" when Barrier.TryParse(message.Parameters[^1], out var tick):
                _confirmed = Math.Max(_confirmed, tick);
                break;
            case "ERROR":
                throw new EndOfStreamException(message.ToString());
        }
        _sending.Hear(message);
        _listening!.Hear(message);
        foreach (var command in _catchingUp.TakeCommands()) await link.SendAsync(command, cancel);
    }

    /// <summary>From time to time: is the connection alive, is anything overdue, is there something to do again?</summary>
    private async ValueTask LookAsync(CancellationToken cancel)
    {
        if (time.GetElapsedTime(_heardAt) > options.Silence) throw new EndOfStreamException("Nothing came any more.");
        if (_confirmed >= _asked) await AskAsync(cancel);
        if (!_catchingUp.IsAnywhere || _catchingUp.Pages != _pages) (_pages, _fetchedAt) = (_catchingUp.Pages, time.GetTimestamp());
        else if (time.GetElapsedTime(_fetchedAt) > options.AnswerWithin) throw new EndOfStreamException("What was missed could not be fetched.");
        if (!IsIn && time.GetElapsedTime(_joinedAt) > TimeSpan.FromSeconds(1)) await JoinAsync(cancel);
        foreach (var message in outbox.Waiting.ToArray())
        {
            if (time.GetElapsedTime(_sentAt[message.Text.Number]) <= options.AnswerWithin) continue;
            if (greeting.HasOnce) throw new EndOfStreamException("A message was not answered.");
            outbox.Answer(message, SendOutcome.Unknown);
        }
        if (_labelled is null) return;
        foreach (var message in _labelled.TakeAgain()) await SendAsync(message, cancel);
    }

    private async ValueTask<long> AskAsync(CancellationToken cancel)
    {
        _asked = traffic.Ticks.Next();
        await link.SendAsync($"PING {Barrier.Token(_asked)}", cancel);
        return _asked;
    }

    private ValueTask JoinAsync(CancellationToken cancel)
    {
        _joinedAt = time.GetTimestamp();
        var missing = traffic.Scene.RoomsOf(client).Where(room => !observer.IsOpen(room)).Select(room => traffic.Scene.Conversations[room]);
        return link.SendAsync($"JOIN {string.Join(',', missing)}", cancel);
    }

    private ValueTask SendAsync(Outgoing message, CancellationToken cancel)
    {
        _sentAt[message.Text.Number] = time.GetTimestamp();
        var target = traffic.Scene.IsRoom(message.Text.Conversation)
            ? traffic.Scene.Conversations[message.Text.Conversation]
            : traffic.NickOf(traffic.Scene.PartnerOf(client));
        return _sending.SendAsync(message, target, cancel);
    }
}
