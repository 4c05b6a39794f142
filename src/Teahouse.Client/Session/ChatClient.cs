namespace Teahouse.Client;

/// <summary>
/// A client: keeps connected, and keeps <see cref="State"/> true.
/// </summary>
/// <remarks>
/// <para>
/// Ownership: <see cref="RunAsync"/> is the loop that owns the state, and it stays on the synchronization context it is called on. All
/// members but <see cref="RunAsync"/> and <see cref="InvokeAsync{T}"/> are used from there only: from an event handler of the state, from
/// code on the same synchronization context or single-threaded runtime, or from within <see cref="InvokeAsync{T}"/>.
/// </para>
/// <para>Tasks of commands give null when the server has agreed, and otherwise why not.</para>
/// </remarks>
public sealed partial class ChatClient
{
    // With what is drawn after it, it shall fit into a frame.
    private static readonly TimeSpan Stretch = TimeSpan.FromMilliseconds(8);

    private readonly ClientOptions _options;
    private readonly Mailbox _mailbox = new();
    private readonly RequestTable _requests = new();
    private readonly Backoff _backoff;
    private readonly HistorySync _sync;
    private readonly ReadMarkers _markers;
    private readonly Outbox _outbox;
    private readonly OutboxLedger _ledger;
    private readonly OutboxKeeper? _keeper;
    private readonly long _started;
    private long _lastLabel;

    public ChatClient(ClientOptions options)
    {
        _options = options;
        _login = options.Login;
        _backoff = new(options.Random);
        _sync = new(State, Ask);
        _markers = new(State, Ask);
        if (options.Outbox is { } store) _keeper = new(store, _mailbox);
        _ledger = new(State, _keeper, new(options.Random), new(options.Random), () => _login.AccountName);
        _outbox = new(State, new(State, Send, NextLabel), _ledger);
        _started = options.Time.GetTimestamp();
        foreach (var name in options.Rooms) State.GetRoom(name).Wanted = true;
    }

    public ChatState State { get; } = new();

    private DateTimeOffset Now => _options.Time.GetUtcNow();

    private TimeSpan Uptime => _options.Time.GetElapsedTime(_started);

    /// <summary>Connects and stays connected until cancelled or <see cref="Quit"/>; ends without an exception then. Called once.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var timer = _options.Time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var stop = cancel.Register(_mailbox.Close);
        var keeping = _keeper?.RunAsync() ?? Task.CompletedTask;
        try
        {
            await RestoreAsync();
            StartAttempt();
            Settle(timer);
            while (await _mailbox.Reader.WaitToReadAsync(CancellationToken.None))
            {
                var began = _options.Time.GetTimestamp();
                while (!IsTired(began) && _mailbox.Reader.TryRead(out var work)) work();
                Settle(timer);
                if (IsTired(began)) await _options.Rest!();
            }
        }
        finally
        {
            _mailbox.Close();
            if (_connection is { } connection)
            {
                connection.Abort(new(ProblemKind.ConnectionLost));
                await connection.Completion;
                Forget(connection);
            }
            _keeper?.Close();
            await keeping;
            State.Set(ConnectionState.Idle);
            State.RaiseChanges();
        }
    }

    /// <summary>Runs something on the loop, from any thread.</summary>
    /// <exception cref="OperationCanceledException">The loop has ended.</exception>
    public async Task<T> InvokeAsync<T>(Func<ChatState, T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var taken = await _mailbox.PostAsync(() =>
        {
            try
            {
                done.SetResult(work(State));
            }
            catch (Exception e) when (done.TrySetException(e))
            {
                // It is the caller's.
            }
        });
        return taken ? await done.Task : throw new OperationCanceledException("The client has ended.");
    }

    private bool IsTired(long began) => _options.Rest is not null && _options.Time.GetElapsedTime(began) >= Stretch;

    // After each stretch of work: what it made possible, what is due, and then one round of events.
    private void Settle(ITimer timer)
    {
        // One look at the clock for all: what falls due between two looks would be passed over.
        var uptime = Uptime;
        CheckDeadlines(uptime);
        if (State.Connection.IsOnline)
        {
            JoinRedirected();
            AskWho();
            _sync.Advance();
            _markers.Advance(uptime);
        }
        _outbox.Advance(uptime, Now);
        TellArchive();
        State.RaiseChanges();
        ArmTimer(timer, uptime);
    }

    private string NextLabel() => (++_lastLabel).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
