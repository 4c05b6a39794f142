using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Teahouse.Core.Hosting;
using Teahouse.Server.Configuration;
using Teahouse.Server.Hosting;

namespace Teahouse.Check.Tests.Planted;

/// <summary>Our own server, the whole of it, within the test: in trouble with its store, killed and started again, and with a fault planted or none.</summary>
internal sealed class PlantedServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("teahouse-planted-");
    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TeahouseConfiguration _configuration;
    private readonly PlantedFault _fault;
    private readonly Task _running;

    private PlantedServer(PlantedFault fault)
    {
        _fault = fault;
        // A server that is started again needs the same port, so it cannot choose by itself.
        using (var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            Address = (IPEndPoint)probe.LocalEndPoint!;
        }
        var toml = string.Create(CultureInfo.InvariantCulture, $"""
            [[listen]]
            address = "{Address}"
            [accounts]
            password_iterations = 4096
            [limits]
            connections_per_address = 0
            connection_rate = 0
            messages_per_second = 0
            registrations_per_hour = 0
            failed_logins_per_minute = 0
            """);
        _configuration = ConfigurationReader.Read(toml, "planted.toml", _folder.FullName, new Dictionary<string, string>());
        _running = RunAsync();
    }

    public IPEndPoint Address { get; }

    public Troubles Troubles { get; } = new();

    /// <summary>What it logged as critical.</summary>
    public LoudLog Log { get; } = new();

    public static async Task<PlantedServer> StartAsync(PlantedFault fault)
    {
        var server = new PlantedServer(fault);
        await await Task.WhenAny(server._started.Task, server._running);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _stop.TrySetResult();
        await _running.WaitAsync(TimeSpan.FromSeconds(60));
        Log.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task RunAsync()
    {
        while (!_stop.Task.IsCompleted)
        {
            await using var store = await DataStore.OpenAsync(_configuration.DataFolder, TimeProvider.System, CancellationToken.None);
            await using var log = new TroubledLog(store.Log, Troubles);
            using var logs = LoggerFactory.Create(builder => builder.AddProvider(Log));
            await using var host = await TeahouseHost.StartAsync(_configuration, store with { Log = log }, logs, TimeProvider.System, CancellationToken.None, _fault);
            _started.TrySetResult();
            await Task.WhenAny(log.Killed, _stop.Task);
        }
    }
}

/// <summary>Keeps what is critical.</summary>
internal sealed class LoudLog : ILoggerProvider, ILogger
{
    private readonly List<string> _critical = [];

    public IReadOnlyList<string> Critical
    {
        get
        {
            lock (_critical) return [.. _critical];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Critical;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        lock (_critical) _critical.Add(formatter(state, exception));
    }

    public void Dispose() { }
}
