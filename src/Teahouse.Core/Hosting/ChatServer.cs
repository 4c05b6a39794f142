using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Teahouse.Core.Accounts;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.History;
using Teahouse.Core.Identity;
using Teahouse.Core.Log;
using Teahouse.Core.Metadata;
using Teahouse.Core.Names;
using Teahouse.Core.Network;
using Teahouse.Core.Once;
using Teahouse.Core.Operators;
using Teahouse.Core.ReadMarkers;
using Teahouse.Core.Search;
using Teahouse.Core.Services.Channels;
using Teahouse.Core.Sessions;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Hosting;

/// <summary>The engine as its host sees it: sessions come in as pipes; everything else is inside.</summary>
public sealed partial class ChatServer(
    ServerOptions options, IMessageLog log, IAccountStore store, ISecretStore secrets, TimeProvider time, ILogger<ChatServer> logger) : IAsyncDisposable
{
    /// <summary>How long a peer may take to read the last word.</summary>
    private const string Welcome = "大家好，欢迎来到茶馆 · Say hello, nothing gets lost here";
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly PasswordQueue _passwords = new(Environment.ProcessorCount);
    private readonly ConcurrentDictionary<Session, byte> _sessions = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _stopped = new();
    private Engine? _engine;
    private LocalNetwork? _network;
    private AccountService? _accounts;
    private Housekeeping? _housekeeping;
    private Task _keeping = Task.CompletedTask;

    /// <summary>The room that everybody finds at first.</summary>
    public static ChannelName Lobby { get; } = ChannelName.TryParse("#lobby", out var lobby) ? lobby : default;

    public ServerOptions Options => _engine?.Options ?? options;

    /// <summary>Reads the configuration again, for an operator's REHASH; null: there is none to read.</summary>
    public Func<RehashResult>? Rehash { get; set; }

    /// <summary>Awaited before a message of an account is taken away, which stays unless the outcome is <see cref="AppendOutcome.Stored"/>.</summary>
    public Func<OwnMessage, ValueTask<AppendOutcome>> TakingAway { get; set; } = _ => new(AppendOutcome.Stored);

    /// <summary>Called when a message of an account was taken away, with the account and what it said; waits for nothing.</summary>
    public Action<long, string> TakenAway { get; set; } = (_, _) => { };

    /// <summary>Where metadata is kept.</summary>
    public IMetadataStore Metadata { get; init; } = new MemoryMetadataStore();

    /// <summary>Where it is kept what people have read.</summary>
    public IReadMarkerStore ReadMarkers { get; init; } = new MemoryReadMarkerStore();

    /// <summary>What searching is quick by.</summary>
    public ISearchIndex Search { get; init; } = new MemorySearchIndex();

    /// <summary>Where bans are kept.</summary>
    public IBanStore Bans { get; init; } = new MemoryBanStore();

    /// <summary>Where it is kept what operators did.</summary>
    public IAuditStore Audit { get; init; } = new MemoryAuditStore();

    /// <summary>Ends when what had reached the machine before the call is in its session's hands, or waits for a thread. A PONG waits for it.</summary>
    public Func<Task> Arrivals { get; set; } = static () => Task.CompletedTask;

    /// <summary>What a test plants in it; never anything but <see cref="PlantedFault.None"/> elsewhere.</summary>
    public PlantedFault Planted { get; init; }

    /// <summary>Accounts, for the admin's commands; there after <see cref="StartAsync"/>.</summary>
    public AccountService Accounts => _accounts ?? throw new InvalidOperationException("The server is not started");

    /// <summary>Loads what must be known before the first connection.</summary>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        if (Planted != PlantedFault.None) LogPlanted(logger, Planted);
        _accounts = new AccountService(options, store, secrets, _passwords, time, _random);
        await _accounts.LoadAsync(cancel);
        var started = time.GetUtcNow().ToUnixTimeMilliseconds();
        var registry = new SubscriberRegistry();
        var users = new UserDirectory();
        var ids = await MsgIds.LoadAsync(secrets, _random, cancel);
        var rules = new ChannelRules(options.Limits.TopicLength, options.Limits.KickLength, options.Limits.ChannelListEntries)
        {
            Service = ChanServ.User(options.Name).Source,
            RedactSeconds = options.History.RedactSeconds,
            Kept = Retention.Of(options.History),
            VisibleFrom = options.History.VisibleFrom,
        };
        var mark = new OnceMark(log, time);
        await mark.LoadAsync(cancel);
        var expiryClock = new ExpiryClock(secrets, time);
        await expiryClock.LoadAsync(cancel);
        var indexer = new SearchIndexer(log, Search, ids, logger);
        var services = new OwnerServices(log, time, ids, registry, rules, options.Name, options.History.Enabled, started, logger) { Stored = indexer.Note, TakingAway = NoteTakingAwayAsync, TakenAway = NoteTakenAway, Forgotten = () => mark.Value, Planted = Planted };
        var names = new NameRegistry(options, _accounts.Names);
        _network = new LocalNetwork(services, users, names)
        {
            Metadata = new MetadataBook(Metadata),
        };
        _engine = new Engine(
            options, time, _network, users, registry, _accounts, services.InFlight, new HistoryReading(log, ids), new AddressLimits(options.Limits, time),
            await Cloak.LoadAsync(secrets, _random, cancel), new SendBudget(options.Limits.SendQueuesBytes), _random, logger, started)
        {
            Sessions = () => _sessions.Select(pair => pair.Key),
            Names = names,
            Arrivals = () => Arrivals(),
            Rehash = () => Rehash?.Invoke() ?? new RehashResult("", ["This server has no configuration to read"], [], []),
            Indexer = indexer,
            Searching = new Searching(log, ids, Search, indexer),
            ReadMarkers = new ReadMarkers.ReadMarkers(ReadMarkers),
            Bans = new BanList(Bans, time),
            OperatorLog = new OperatorLog(Audit, logger, time),
        };
        services.Renamed = _engine.Presence.Renamed;
        await _engine.Bans.LoadAsync(cancel);
        await _network.LoadAsync(cancel);
        await indexer.NoteAllAsync(cancel);
        await MakeLobbyAsync();
        await _engine.Presence.RestoreAsync(await _network.SeatsAsync(cancel), cancel);
        _housekeeping = new Housekeeping(_engine, _network, new Expiry(log, rules.Kept, expiryClock, time, _network.IsOverAsync, indexer.Expire), mark, _engine.Sessions);
        _keeping = _housekeeping.RunAsync(_stopped.Token);
    }

    /// <summary>
    /// Serves one connection until it ends; bytes are lines ended by CR LF in both directions. Completes both pipes.
    /// Never throws for what a peer does.
    /// </summary>
    public async Task RunSessionAsync(IDuplexPipe transport, ConnectionInfo connection, CancellationToken closing)
    {
        var engine = _engine ?? throw new InvalidOperationException("The server is not started");
        var session = new Session(engine, connection, transport.Output);
        _sessions.TryAdd(session, 0);
        engine.Users.CountStranger(1);
        // One task for all of it: it is there for as long as the connection.
        try
        {
            await using var closed = closing.UnsafeRegister(static session => ((Session)session!).Close(Session.Ended), session);
            if (_stopping.IsCancellationRequested) session.Close(Session.Stopping);
            if (Admit(engine, session))
            {
                await new SessionLoop(session, transport.Input).RunAsync();
                await NoteHeardAsync(session);
                // A stop is not the end of anybody's presence: rooms and members are as they are when the server is back.
                if (!_stopping.IsCancellationRequested) await LeaveAsync(engine, session);
            }
            await SayGoodbyeAsync(session);
        }
        finally
        {
            if (session.Counted is { } counted) engine.Limits.Disconnect(counted);
            engine.Budget.Leave(session.Subscriber.Queue);
            session.Subscriber.Queue.Break();
            if (session.User is null) engine.Users.CountStranger(-1);
            await transport.Input.CompleteAsync();
            await transport.Output.CompleteAsync();
            _sessions.TryRemove(session, out _);
            session.Leave();
        }
    }

    /// <summary>From now on these hold, as far as <see cref="ServerOptions.Effective"/> goes; sessions are told what changed for them.</summary>
    public void Adopt(ServerOptions next) => OptionsChange.Apply(_engine ?? throw new InvalidOperationException("The server is not started"), next);

    /// <summary>Tells every session that the server ends (ERROR), flushes what waits, and ends them; appends in flight are awaited.</summary>
    public async Task StopAsync(CancellationToken cancel = default)
    {
        await _stopping.CancelAsync();
        foreach (var (session, _) in _sessions) session.Close(Session.Stopping);
        // Until the last has left the clock goes on: who waits for a store that hangs is answered by it.
        await Task.WhenAll(_sessions.Select(pair => pair.Key.Left)).WaitAsync(cancel);
        await _stopped.CancelAsync();
        await _keeping.WaitAsync(cancel);
    }

    /// <summary>Rooms, for the admin's commands; there after <see cref="StartAsync"/>.</summary>
    public RoomAdministration Rooms => new(_engine!);

    /// <summary>The room that an invitation's token opens now, or null.</summary>
    public async ValueTask<string?> FindInvitationAsync(string token) =>
        (await Invitations.FindRoomAsync(_network!, token, _engine!.Now, registers: false))?.Value;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _stopped.CancelAsync();
        await _keeping;
        _accounts?.Dispose();
        _passwords.Dispose();
        _random.Dispose();
        _stopping.Dispose();
        _stopped.Dispose();
    }

    /// <summary>What the timer does, at once.</summary>
    internal async Task SweepAsync()
    {
        _housekeeping!.Look();
        await _housekeeping.TidyAsync();
        await _engine!.Indexer.StepAsync();
    }

    /// <summary>The part of it that waits for nothing.</summary>
    internal void Look() => _housekeeping!.Look();

    private static bool Admit(Engine engine, Session session)
    {
        var address = session.Connection.Address;
        var isGateway = engine.Options.Gateways.Any(gateway => gateway.Includes(address));
        var answer = isGateway ? ConnectAnswer.Allowed : engine.Limits.Connect(address);
        if (!isGateway && answer == ConnectAnswer.Allowed) session.Counted = address;
        engine.Budget.Enter(session.Subscriber.Queue);
        if (answer != ConnectAnswer.Allowed)
            session.Close(answer == ConnectAnswer.TooMany ? "Too many connections from your address" : "Your address connects too often; try again in a minute");
        else if (engine.Bans.Find(address) is { } ban) session.Close(BanEnforcement.Sentence(ban));
        return answer == ConnectAnswer.Allowed;
    }

    private static async Task NoteHeardAsync(Session session)
    {
        try
        {
            await Replay.NoteAsync(session, gone: true);
        }
        catch (StoreClosedException)
        {
            // The process ends. Some of what it heard is told again.
        }
    }

    private async Task LeaveAsync(Engine engine, Session session)
    {
        try
        {
            await engine.Presence.LeaveAsync(session, session.Reason ?? "Connection closed", session.Quit is not null);
            if (session.User is { } user) await engine.Presence.SettleAwayAsync(user);
        }
        catch (StoreClosedException)
        {
            // The process ends: there is nobody left to tell, and nowhere to write it.
        }
        catch (Exception fault)
        {
            LogFault(logger, fault);
        }
    }

    /// <summary>The last word, as far as the peer still reads it.</summary>
    private static async Task SayGoodbyeAsync(Session session)
    {
        var error = MessageWriter.ToBytes(new Message("ERROR", $"Closing link: {session.Host} ({session.Reason})"));
        var flushed = session.Subscriber.Queue.CloseAsync(error);
        await Task.WhenAny(flushed, Task.Delay(Goodbye, session.Engine.Time));
    }

    private async Task MakeLobbyAsync()
    {
        if (!Nick.TryParse("Teahouse", out var nick)) return;
        var keeper = new UserSnapshot(default, "", nick, "teahouse", options.Name, options.Description, null, RoomRules.Nobody, false, null, true, false, true) { Privileges = OperatorPrivileges.Rooms };
        if ((await _network!.Channel(Lobby).AskAsync(new Look())).View is null)
            await _network.Channel(Lobby).AskAsync(new Register(keeper, null, Welcome));
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "A TEST HAS PLANTED A FAULT IN THIS SERVER ({Fault}): it loses, doubles or reorders messages on purpose")]
    private static partial void LogPlanted(ILogger logger, PlantedFault fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "A session could not leave")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
