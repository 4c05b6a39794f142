using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Pipelines;
using Teahouse.Core.Accounts;
using Teahouse.Core.Delivery;
using Teahouse.Core.History;
using Teahouse.Core.Hosting;
using Teahouse.Core.Sessions.Sasl;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>
/// One connection: what it negotiated and who it is. Used only from its own loop, except <see cref="Subscriber"/>,
/// <see cref="Close"/> and the times.
/// </summary>
[SuppressMessage(
    "Design", "CA1001", Justification = "The token source has no timer and no handle, and any thread may still look at the session after its end.")]
internal sealed class Session
{
    public const string Ended = "Connection closed";
    public const string Stopping = "The server is stopping";

    private readonly CancellationTokenSource _closing = new();
    private HashSet<Nick>? _watched;
    private TaskCompletionSource? _left;
    private string? _reason;
    private long _lastHeard;
    private long _asked;
    private long _writingSince;
    private long _behindSince;
    private long _batches;
    private Conversations.InFlight.Wave? _tail;
    private volatile bool _busy;
    private volatile bool _absent;

    public Session(Engine engine, ConnectionInfo connection, PipeWriter output)
    {
        Engine = engine;
        Connection = connection;
        Id = engine.NextSession();
        Subscriber = new Subscriber(Id, new SendQueue(output, engine.Options.Limits.SendQueueBytes, engine.Budget));
        Subscriber.Queue.Overflowed = Close;
        Subscriber.Queue.Recovery = () => CanCatchUp ? MessageWriter.ToBytes(FallenBehind.Notice(ServerName)) : null;
        // Not here: whoever offered the line that was too much is in the middle of a conversation's turn.
        Subscriber.Queue.FellBehind = () => ThreadPool.UnsafeQueueUserWorkItem(static session => session.Wake?.Invoke(), this, preferLocal: false);
        Host = engine.Cloak.Host(connection.Address);
        Connected = engine.Now;
        _lastHeard = engine.Time.GetTimestamp();
    }

    public Engine Engine { get; }

    /// <summary>Another one after <see cref="SpeakFor"/>.</summary>
    public ConnectionInfo Connection { get; private set; }

    /// <summary>The address that the limits count this connection by; null: by none.</summary>
    public System.Net.IPAddress? Counted { get; set; }

    public SessionId Id { get; }

    public Subscriber Subscriber { get; }

    /// <summary>Cloaked.</summary>
    public string Host { get; private set; }

    /// <summary>Milliseconds since 1970 UTC.</summary>
    public long Connected { get; }

    public Registration Registration { get; } = new();

    /// <summary>Null until registration is complete.</summary>
    public User? User { get; set; }

    /// <summary>Logged in as this, before or after registration.</summary>
    public Account? Account { get; set; }

    /// <summary>The device by whose credential it logged in, if it did so.</summary>
    public long? Device { get; private set; }

    /// <summary>What the device is called that it logged in from; empty: it has no name.</summary>
    public string DeviceName { get; private set; } = "";

    /// <summary>Null until it is logged in.</summary>
    public Missed? Missed { get; set; }

    /// <summary>The nicks that MONITOR watches.</summary>
    public HashSet<Nick> Watched => _watched ??= [];

    /// <summary>Connected by itself, without a person (AWAY *).</summary>
    public bool Absent
    {
        get => _absent;
        set => _absent = value;
    }

    public SaslExchange? Sasl { get; set; }

    public string ServerName => Engine.Options.Name;

    public string NickOrStar => User?.Snapshot.Nick.Value ?? (Registration.Nick is { } wanted ? wanted.Value : "*");

    /// <summary>The reason given with QUIT.</summary>
    public string? Quit { get; set; }

    /// <summary>Runs a command that may wait for the store: not idle.</summary>
    public bool Busy
    {
        get => _busy;
        set => _busy = value;
    }

    /// <summary>From now on whoever waits for what was taken before waits until this session listens again. Only from its loop.</summary>
    public void StayInFlight() => _tail ??= Engine.InFlight.Enter();

    /// <summary>Nobody waits for it any longer: it listens, or what it does may take its time.</summary>
    public void Settle()
    {
        _tail?.Leave();
        _tail = null;
    }

    /// <summary>Timestamp since which an answer waits for the peer to read; 0: none does.</summary>
    public long WritingSince => Volatile.Read(ref _writingSince);

    /// <summary>Timestamp since which it has had the time to catch up and may not have done so; 0: it never fell behind, or is live everywhere.</summary>
    public long BehindSince
    {
        get => Volatile.Read(ref _behindSince);
        set => Volatile.Write(ref _behindSince, value);
    }

    /// <summary>Lets the loop look around although the peer says nothing. Any thread; null while there is no loop.</summary>
    public Action? Wake { get; set; }

    /// <summary>What is dropped it can fetch.</summary>
    private bool CanCatchUp => Subscriber.User != default && Has(CapabilitySet.ChatHistory | CapabilitySet.Batch) && Engine.Options.History.Enabled && Reason is null;

    /// <summary>Timestamp of the last line from the peer.</summary>
    public long LastHeard => Volatile.Read(ref _lastHeard);

    /// <summary>Timestamp of our PING that is not answered; 0: none.</summary>
    public long Asked
    {
        get => Volatile.Read(ref _asked);
        set => Volatile.Write(ref _asked, value);
    }

    public CancellationToken Closing => _closing.Token;

    /// <summary>The peer said so, or closed its side, or the server stops: it has heard all that was sent.</summary>
    public bool EndedInOrder => Quit is not null || Reason is Ended or Stopping;

    /// <summary>Why the session ends, once it does.</summary>
    public string? Reason => Volatile.Read(ref _reason);

    /// <summary>A gateway said whose connection it passes on; before anything else was said.</summary>
    public void SpeakFor(ConnectionInfo client)
    {
        Connection = client;
        Host = Engine.Cloak.Host(client.Address);
    }

    /// <summary>It has logged in, from another device than before.</summary>
    public void UseDevice(long? device, string name) => (Device, DeviceName, Missed) = (device, name, null);

    public void Heard()
    {
        Volatile.Write(ref _lastHeard, Engine.Time.GetTimestamp());
        Asked = 0;
    }

    /// <summary>Ends the loop soon, with this as the last word. Any thread; only the first call counts.</summary>
    public void Close(string reason)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is not null) return;
        _ = _closing.CancelAsync();
        Subscriber.Queue.Hurry();
        Wake?.Invoke();
    }

    /// <summary>Ends when nothing of the session is left.</summary>
    public Task Left => Leaving.Task;

    /// <summary>The last thing that its host does with it.</summary>
    public void Leave() => Leaving.TrySetResult();

    // Made when somebody asks.
    private TaskCompletionSource Leaving => LazyInitializer.EnsureInitialized(
        ref _left, static () => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Sends an answer; waits while the peer does not read.</summary>
    public async ValueTask SendAsync(byte[] lines)
    {
        var sending = Subscriber.Queue.WriteAsync(lines);
        if (!sending.IsCompleted) Volatile.Write(ref _writingSince, Engine.Time.GetTimestamp());
        await sending;
        Volatile.Write(ref _writingSince, 0);
    }

    /// <summary>Waits until the peer has read what waits for it, or most of it.</summary>
    public async ValueTask RoomAsync()
    {
        var waiting = Subscriber.Queue.RoomAsync();
        if (!waiting.IsCompleted) Volatile.Write(ref _writingSince, Engine.Time.GetTimestamp());
        await waiting;
        Volatile.Write(ref _writingSince, 0);
    }

    public bool Has(CapabilitySet capability) => Subscriber.Has(capability);

    /// <summary>A reference for a batch, unique in this session.</summary>
    public string NextBatch() => (++_batches).ToString("x", CultureInfo.InvariantCulture);
}
