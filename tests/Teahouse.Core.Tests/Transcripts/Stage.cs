using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Teahouse.Core.Accounts;
using Teahouse.Core.Hosting;
using Teahouse.Core.Log;
using Teahouse.Core.Metadata;
using Teahouse.Core.Operators;
using Teahouse.Core.ReadMarkers;
using Teahouse.Core.Search;

namespace Teahouse.Core.Tests.Transcripts;

/// <summary>A server in this process, its clients, and a clock that only the test moves.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string ServerName = "tea.example";

    private readonly Dictionary<string, WireClient> _clients = [];
    private readonly Dictionary<string, string> _secrets;
    private readonly FaultRecorder _recorder = new();

    private readonly MemoryAccountStore _accounts;
    private readonly MemorySecretStore _keys;
    private readonly MemoryMetadataStore _metadata;
    private readonly MemoryBanStore _bans;
    private readonly MemoryAuditStore _audit;
    private readonly MemoryReadMarkerStore _marks;

    private Stage(ServerOptions options, IMessageLog log, Stage? before = null, ISearchIndex? search = null)
    {
        Log = log;
        Time = before?.Time ?? new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_000));
        _accounts = before?._accounts ?? new MemoryAccountStore();
        _keys = before?._keys ?? new MemorySecretStore();
        _metadata = before?._metadata ?? new MemoryMetadataStore();
        _bans = before?._bans ?? new MemoryBanStore();
        _audit = before?._audit ?? new MemoryAuditStore();
        _marks = before?._marks ?? new MemoryReadMarkerStore();
        _secrets = before?._secrets ?? [];
        Server = new ChatServer(options, log, _accounts, _keys, Time, _recorder) { Metadata = _metadata, Bans = _bans, Audit = _audit, ReadMarkers = _marks, Search = search ?? new MemorySearchIndex() };
    }

    public static ServerOptions Options { get; } = new()
    {
        Name = ServerName,
        Network = "Tea",
        Description = "A tea house",
        Accounts = new() { PasswordIterations = 2 },
        Limits = new() { ConnectionRate = 0, ConnectionsPerAddress = 0, MessagesPerSecond = 0 },
    };

    public FakeTimeProvider Time { get; }

    public ChatServer Server { get; }

    public IMessageLog Log { get; }

    public IReadOnlyCollection<WireClient> Clients => _clients.Values;

    public IReadOnlyCollection<string> Faults => _recorder.Faults;

    /// <summary>All that the server logged.</summary>
    public IReadOnlyCollection<string> Logged => _recorder.Lines;

    /// <summary>Whoever has an account stays in its rooms when its last connection ends.</summary>
    public static ServerOptions EverybodyStays { get; } = Options with
    {
        Accounts = Options.Accounts with { KeepOnline = KeepOnline.OptOut },
        Limits = Options.Limits with { PingSeconds = 0 },
    };

    public static async Task<Stage> OpenAsync(ServerOptions? options = null, IMessageLog? log = null, ISearchIndex? search = null)
    {
        var stage = new Stage(options ?? Options, log ?? new MemoryMessageLog(), search: search);
        await stage.Server.StartAsync();
        return stage;
    }

    /// <summary>Stops this server and starts the next one with what it stored.</summary>
    public async Task<Stage> RestartAsync(ISearchIndex? search = null)
    {
        var next = new Stage(Server.Options, Log, this, search);
        await DisposeAsync();
        await next.Server.StartAsync();
        return next;
    }

    public WireClient? Find(string name) => _clients.GetValueOrDefault(name);

    public WireClient Open(string name, Transport transport = Transport.Tcp, long room = 0, string? certificate = null, string address = WireClient.Home) =>
        _clients[name] = new WireClient(name, Server, transport, room, certificate).Open(address);

    /// <summary>An account with a password, or a guest's with a device's credential.</summary>
    public async Task MakeAccountAsync(string name, bool guest)
    {
        using var random = RandomNumberGenerator.Create();
        _secrets[name] = guest ? DeviceCredentials.Make(random) : "correct horse";
        var made = await Server.Accounts.RegisterAsync(name, name, _secrets[name]);
        Assert.Equal(RegisterRefusal.None, made.Refusal);
    }

    public async Task<ScramVerifier?> PasswordAsync(string name) => await _accounts.PasswordAsync((await Server.Accounts.FindAsync(name))!.Id);

    public async Task<bool> AddCertificateAsync(string name, string fingerprint) =>
        await _accounts.AddCertificateAsync((await Server.Accounts.FindAsync(name))!.Id, fingerprint, 0);

    /// <summary>Connects and registers; what the server says on the way is forgotten.</summary>
    public async Task<WireClient> ConnectAsync(
        string name, string? account = null, string capabilities = "", Transport transport = Transport.Tcp, long room = 0, string address = WireClient.Home)
    {
        var client = Open(name, transport, room, address: address);
        await RegisterAsync(client, account, capabilities);
        await client.ForgetAsync();
        return client;
    }

    public async Task RegisterAsync(WireClient client, string? account = null, string capabilities = "")
    {
        if (account is not null) capabilities += " sasl";
        capabilities = capabilities.Trim();
        if (capabilities.Length > 0) await client.SendAsync("CAP REQ :" + capabilities);
        if (account is not null)
        {
            await client.SendAsync("AUTHENTICATE PLAIN");
            await client.SendAsync("AUTHENTICATE " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{account}\0{_secrets[account]}")));
        }
        await client.SendAsync("NICK " + (account ?? client.Name));
        await client.SendAsync($"USER {client.Name} 0 * :{client.Name} of the house");
        if (capabilities.Length > 0) await client.SendAsync("CAP END");
        List<string> said = [];
        while (!client.Registered)
        {
            if (await client.NextAsync() is { } line && !line.Contains(" 4", StringComparison.Ordinal)) said.Add(line);
            else throw new InvalidOperationException($"{client.Name} was not let in: {string.Join(" | ", said)}");
        }
    }

    /// <summary>Time passes, and what is due then has happened.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Time.Advance(time);
        await Server.SweepAsync();
    }

    public async Task ForgetAsync()
    {
        foreach (var client in _clients.Values) await client.ForgetAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // The stop comes first: a connection that ends before it is somebody who quits, which may be in the history of the next server or not.
        var stopping = Server.StopAsync();
        foreach (var client in _clients.Values) await client.AbortAsync();
        // A peer that does not read has two seconds for the last word.
        while (!stopping.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await stopping;
        await Server.DisposeAsync();
        foreach (var client in _clients.Values) client.Dispose();
        await Log.DisposeAsync();
    }
}
