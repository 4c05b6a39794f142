using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Teahouse.Core.Hosting;
using Teahouse.Server.Admin;
using Teahouse.Server.Certificates;
using Teahouse.Server.Configuration;
using Teahouse.Server.Files;
using Teahouse.Server.Listeners;
using Teahouse.Server.Transport;
using Teahouse.Server.Web;

namespace Teahouse.Server.Hosting;

/// <summary>The running server: the engine with its listeners around it.</summary>
internal sealed partial class TeahouseHost : IAsyncDisposable
{
    // Half of the five seconds that a service manager commonly gives; the rest is the store's.
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(2.5);

    private readonly TeahouseConfiguration _configuration;
    private readonly DataStore _store;
    private readonly ILoggerFactory _logs;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _closing = new();
    private AdminSocket? _admin;
    private FileKeeping? _files;
    private ServiceProvider? _kestrel;
    private ArrivalRounds? _rounds;
    private ImmutableArray<PlainServer> _plain = [];

    private TeahouseHost(TeahouseConfiguration configuration, DataStore store, ILoggerFactory logs, TimeProvider time, PlantedFault planted)
    {
        (_configuration, _store, _logs, _time) = (configuration, store, logs, time);
        _log = logs.CreateLogger<TeahouseHost>();
        Chat = new ChatServer(configuration.Engine, store.Log, store.Accounts, store.Secrets, time, logs.CreateLogger<ChatServer>()) { Metadata = store.Metadata, Bans = store.Bans, Audit = store.Audit, ReadMarkers = store.ReadMarkers, Search = store.Search, Rehash = Rehash, Planted = planted };
        Names = MachineNames.Find(ConfiguredNames());
    }

    public ChatServer Chat { get; }

    /// <summary>What this machine is called.</summary>
    public MachineNames Names { get; }

    public ListenerSet Listeners { get; private set; } = ListenerSet.None;

    public ServerCertificates? Certificates { get; private set; }

    /// <summary>Returns when connections are served.</summary>
    /// <param name="store">Its data folder is locked by this process.</param>
    /// <param name="planted">For a test; nothing that people can write or say leads here.</param>
    /// <exception cref="StartupException">A port cannot be had, or a certificate not be read.</exception>
    public static async Task<TeahouseHost> StartAsync(
        TeahouseConfiguration configuration, DataStore store, ILoggerFactory logs, TimeProvider time, CancellationToken cancel, PlantedFault planted = PlantedFault.None)
    {
        var host = new TeahouseHost(configuration, store, logs, time, planted);
        try
        {
            await host.StartAsync(cancel);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads the configuration again; what can change does.</summary>
    public RehashResult Rehash()
    {
        var result = ConfigurationChange.Apply(_configuration, Chat.Options, Chat.Adopt);
        foreach (var problem in result.Problems) LogProblem(_log, problem);
        var (applied, later) = (string.Join(", ", result.Applied), string.Join(", ", result.Later));
        if (result.Problems.IsEmpty) LogRehashed(_log, applied, later);
        return result;
    }

    /// <summary>Says goodbye to everybody, and closes what does not go by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(GoodbyeTime, _time);
        // Listening first, so that nobody comes in while the others are leaving.
        var listening = Task.WhenAll([_kestrel?.GetRequiredService<IServer>().StopAsync(patience.Token) ?? Task.CompletedTask, .. _plain.Select(server => server.StopAsync(patience.Token))]);
        try
        {
            await Chat.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            LogImpatient(_log);
        }

        await _closing.CancelAsync();
        await listening;
        if (_kestrel is not null) await _kestrel.DisposeAsync();
        await Chat.DisposeAsync();
        if (_files is not null) await _files.DisposeAsync();
        if (_admin is not null) await _admin.DisposeAsync();
        if (Certificates is not null) await Certificates.DisposeAsync();
        Listeners.Dispose();
        _rounds?.Dispose();
        _closing.Dispose();
    }

    private async Task StartAsync(CancellationToken cancel)
    {
        // Before the ports: a command that sees a port open finds the socket, too.
        _admin = AdminSocket.Bind(_configuration.DataFolder, _logs);
        Listeners = await ListenerPlan.BindAsync(_configuration, _store.Secrets, cancel);
        Certificates = new ServerCertificates(_configuration, Listeners.Bound, () => MachineNames.Find(ConfiguredNames()), _time, _logs);
        await Chat.StartAsync(cancel);
        _rounds = await ArrivalRounds.StartAsync(SocketThreads.Count);
        Chat.Arrivals = _rounds.RoundAsync;

        var shelf = new FileShelf(_store.Files, new FileFolder(_store.Folder.File(FileFolder.Name)), () => Chat.Options.Files, _time);
        var leaving = new LeavingFiles(_store.Files, _store.Log, _time);
        _files = new FileKeeping(shelf, leaving, _time, _log);
        Chat.TakingAway = leaving.NoteAsync;
        Chat.TakenAway = _files.NoteTakenAway;
        var login = new FileLogin(Chat);
        var host = new FileHost(_configuration, Listeners, Names);
        var origins = new OriginRule(_configuration.Origins);
        var http = new HttpSide(
            new ForwardedRequest(_configuration.TrustedProxies),
            new HostRule(_configuration.Origins),
            new IrcWebSocket(Chat, origins, _time, _closing.Token),
            new HealthCheck(_store, _time),
            new TrustPage(Certificates.Authority),
            new ResetPage(Chat),
            new FileUploads(shelf, login, origins, host),
            new FileDownloads(shelf, login),
            new WebFiles(WebFolder()),
            _logs);
        var irc = new IrcListener(Chat, new StsPolicy(_configuration, Listeners.Bound), host);
        var proxies = new ProxyHeaderStep(_configuration.TrustedProxies, _time);
        ImmutableArray<BoundListener> others = [.. Listeners.Bound.Where(listener => listener.Role != ListenerRole.Irc)];
        if (!others.IsEmpty)
        {
            _kestrel = KestrelHost.Create(others, irc, proxies, Certificates, _logs, _time);
            await _kestrel.GetRequiredService<IServer>().StartAsync(http, cancel);
        }
        _plain = [.. Listeners.Bound.Where(listener => listener.Role == ListenerRole.Irc).Select(listener => Plain(listener, irc, proxies))];
        foreach (var server in _plain) server.Start();
        LogPlainListeners();
        _admin.Start(new AdminCommands(Chat.Accounts, PageAddress.Everywhere(_configuration, Listeners.Places, Names)) { Chat = Chat, Rehash = Rehash, Rooms = Chat.Rooms, Backup = new BackupAdmin(_store) });
    }

    private PlainServer Plain(BoundListener listener, IrcListener irc, ProxyHeaderStep proxies) => new(
        new SocketListener(listener.EndPoint, listener.Socket, inline: true, _time, _logs.CreateLogger<SocketListener>()),
        connection => proxies.RunAsync(connection, listener.Options.Proxy, one => irc.OnConnectedAsync(one, listener)),
        _logs.CreateLogger<PlainServer>());

    /// <summary>Names that people type to come here, besides the machine's own.</summary>
    private IEnumerable<string> ConfiguredNames() => _configuration.Origins.Select(origin => new Uri(origin).Host)
        .Append(_configuration.Engine.Name)
        .Where(name => Uri.CheckHostName(name) is UriHostNameType.Dns);

    private string WebFolder() => _configuration.WebFiles.Length > 0
        ? _configuration.FullPath(_configuration.WebFiles)
        : Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private void LogPlainListeners()
    {
        foreach (var listener in Listeners.Bound)
            if (!listener.Options.Tls && !IPAddress.IsLoopback(listener.EndPoint.Address))
                LogPlain(_log, listener.EndPoint.ToString());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Plain text leaves this machine: {EndPoint} is not encrypted ([server] plain_outside_loopback is on)")]
    private static partial void LogPlain(ILogger log, string endPoint);

    [LoggerMessage(Level = LogLevel.Error, Message = "The configuration was read again and cannot be used; nothing was changed. {Problem}")]
    private static partial void LogProblem(ILogger log, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "The configuration was read again. Changed: {Applied}. With the next start: {Later}.")]
    private static partial void LogRehashed(ILogger log, string applied, string later);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Some connections did not end in time and are cut off")]
    private static partial void LogImpatient(ILogger log);
}
