using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Teahouse.Server.Configuration;
using Teahouse.Server.Hosting;
using Teahouse.Server.Listeners;

namespace Teahouse.Server.Tests.Hosting;

/// <summary>The whole server within the test, on free ports, with a data folder of its own.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly DataStore _store;
    private bool _stopped;

    private readonly TimeProvider _time;

    private TestServer(TempFolder folder, DataStore store, TeahouseConfiguration configuration, TeahouseHost host, TimeProvider time) =>
        (_folder, _store, Configuration, Host, _time) = (folder, store, configuration, host, time);

    public TeahouseConfiguration Configuration { get; }

    public TeahouseHost Host { get; }

    public DataStore Store => _store;

    /// <param name="toml">Listeners and more; fast passwords and no brakes are there already.</param>
    /// <param name="time">The machine's, if there is none.</param>
    public static async Task<TestServer> StartAsync(string toml, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        var folder = new TempFolder();
        var common = """
            [accounts]
            password_iterations = 4096
            [limits]
            connections_per_address = 0
            connection_rate = 0
            registrations_per_hour = 0

            """;
        var configuration = ConfigurationReader.Read(common + toml, "test.toml", folder.Path, new Dictionary<string, string>());
        var store = await DataStore.OpenAsync(configuration.DataFolder, time, default);
        var host = await TeahouseHost.StartAsync(configuration, store, NullLoggerFactory.Instance, time, default);
        return new(folder, store, configuration, host, time);
    }

    public int Port(ListenerRole role) => Host.Listeners.PortOf(role)!.Value;

    public Uri Http(string path) => new($"http://localhost:{Port(ListenerRole.Http)}{path}");

    public Uri WebSocket(string path) => new($"ws://localhost:{Port(ListenerRole.Http)}{path}");

    public async Task<IrcPeer> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port(ListenerRole.Irc));
        return new IrcPeer(client.GetStream());
    }

    public async Task StopAsync()
    {
        if (_stopped) return;
        _stopped = true;
        await Host.DisposeAsync();
    }

    /// <summary>Stops it and starts the next one with what it stored.</summary>
    public async Task<TestServer> RestartAsync()
    {
        await StopAsync();
        await _store.DisposeAsync();
        var store = await DataStore.OpenAsync(Configuration.DataFolder, _time, default);
        var host = await TeahouseHost.StartAsync(Configuration, store, NullLoggerFactory.Instance, _time, default);
        return new(_folder, store, Configuration, host, _time);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _store.DisposeAsync();
        _folder.Dispose();
    }
}
