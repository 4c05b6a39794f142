using System.Collections.Immutable;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Teahouse.Core.Hosting;
using Teahouse.Server.Configuration;
using Teahouse.Server.Listeners;
using Teahouse.Server.Web;

namespace Teahouse.Server.Hosting;

/// <summary>The running server: the engine with its listeners around it.</summary>
internal sealed class TeahouseHost : IAsyncDisposable
{
    // Half of the five seconds that a service manager commonly gives; the rest is the store's.
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(2.5);

    private readonly KestrelServer _kestrel;
    private readonly CancellationTokenSource _closing;
    private readonly TimeProvider _time;
    private bool _stopped;

    private TeahouseHost(
        KestrelServer kestrel, ChatServer chat, CancellationTokenSource closing, TimeProvider time, ImmutableArray<BoundListener> listeners)
    {
        _kestrel = kestrel;
        _closing = closing;
        _time = time;
        Chat = chat;
        Listeners = listeners;
    }

    public ChatServer Chat { get; }

    public ImmutableArray<BoundListener> Listeners { get; }

    /// <summary>Returns when connections are served.</summary>
    /// <exception cref="StartupException">A port cannot be had, or a certificate not be read.</exception>
    public static async Task<TeahouseHost> StartAsync(
        TeahouseConfiguration configuration, DataStore store, ILoggerFactory logs, TimeProvider time, CancellationToken cancel)
    {
        var listeners = await ListenerPlan.BindAsync(configuration, store.Secrets, cancel);
        var chat = new ChatServer(configuration.Engine, store.Log, store.Accounts, store.Secrets, time, logs.CreateLogger<ChatServer>());
        await chat.StartAsync(cancel);
        var closing = new CancellationTokenSource();
        var http = new HttpSide(
            new ForwardedRequest(configuration.TrustedProxies),
            new HostRule(configuration.Origins),
            new IrcWebSocket(chat, new OriginRule(configuration.Origins), time, closing.Token),
            new HealthCheck(store, time),
            new WebFiles(WebFolder(configuration)),
            logs);
        var kestrel = KestrelHost.Create(configuration, listeners, new IrcListener(chat, closing.Token), logs, time);
        await kestrel.StartAsync(http, cancel);
        return new TeahouseHost(kestrel, chat, closing, time, listeners);
    }

    private static string WebFolder(TeahouseConfiguration configuration) => configuration.WebFiles.Length > 0
        ? configuration.FullPath(configuration.WebFiles)
        : Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Says goodbye to everybody, and closes what does not go by itself.</summary>
    public async Task StopAsync()
    {
        if (_stopped) return;
        _stopped = true;
        using var patience = new CancellationTokenSource(GoodbyeTime, _time);
        // Kestrel first, so that nobody comes in while the others are leaving.
        var listening = _kestrel.StopAsync(patience.Token);
        await _closing.CancelAsync();
        await Chat.StopAsync(patience.Token);
        await listening;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _kestrel.Dispose();
        _closing.Dispose();
    }
}
