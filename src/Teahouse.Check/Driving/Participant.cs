using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Teahouse.Check.Judging;

namespace Teahouse.Check.Driving;

/// <summary>One client of a run: it connects as often as it must.</summary>
internal sealed class Participant(int client, EndPoint address, Traffic traffic, CheckOptions options, TimeProvider time) : IAsyncDisposable
{
    private const int LongestPauseMilliseconds = 1_000;

    /// <summary>How many failures in a row let the next attempt take longer.</summary>
    private const int MostFailures = 5;

    private readonly Random _random = new(unchecked((options.Seed * 31) + client));
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MessageIds? _ids;
    private Outbox? _outbox;
    private Observer? _observer;
    private volatile Conversing? _conversing;
    private volatile IrcLink? _link;

    public int Client => client;

    /// <summary>Completed when the client is in its rooms for the first time.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Completed when everything it wrote has its answer, or never will.</summary>
    public Task Settled => _settled.Task;

    /// <summary>Of the connection that is open, or was last; null before the first.</summary>
    public Greeting? Greeting { get; private set; }

    public int Connections { get; private set; }

    /// <summary>Lines of ended connections that could not be understood.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Why the last attempt to log in failed; null if none did.</summary>
    public string? Trouble { get; private set; }

    private MessageIds Ids => _ids ??= new(_random, time);

    private Outbox Outbox => _outbox ??= new(client, traffic, _random, Ids);

    private Observer Observer => _observer ??= new(client, traffic.Ticks);

    /// <summary>Returns at the end of the run, with a connection open.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var failures = 0;
        while (true)
        {
            try
            {
                await ConnectAsync(failures, cancel);
                return;
            }
            catch (Exception error) when (error is IOException or SocketException or AuthenticationException or LogInException || IsTimeout(error, cancel))
            {
                failures = Greeting is not null && _conversing is not null ? 0 : failures + 1;
                if (_conversing is null) Trouble = error.Message;
                await CloseAsync();
            }
            var longest = Math.Min(LongestPauseMilliseconds, 20 << Math.Min(failures, 10));
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(1, longest)), time, cancel);
        }
    }

    /// <summary>Lets it look at the time.</summary>
    public void Wake()
    {
        var link = _link;
        if (_conversing is { IsStuck: true }) link?.Abort();
        link?.Wake();
    }

    /// <summary>The history of a conversation. Only when <see cref="RunAsync"/> has returned.</summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    /// <exception cref="IOException">The connection has ended.</exception>
    public Task<StoredConversation> ReadHistoryAsync(int conversation, CancellationToken cancel)
    {
        var scene = traffic.Scene;
        var target = scene.IsRoom(conversation) ? scene.Conversations[conversation] : traffic.NickOf(scene.PartnerOf(client));
        return new HistoryReader(_link!, Greeting!, traffic, options.Patience).ReadAsync(conversation, target, cancel);
    }

    /// <summary>What it wrote. Only when <see cref="RunAsync"/> has ended.</summary>
    public IReadOnlyList<Outgoing> Sent => Outbox.All;

    /// <summary>What it saw. Only when <see cref="RunAsync"/> has ended.</summary>
    public IReadOnlyList<View> TakeViews()
    {
        Observer.EndAll();
        return Observer.Views;
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task ConnectAsync(int failures, CancellationToken cancel)
    {
        Connections++;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // What did not succeed in this time may do in more: the server is slow, or the machine.
        patience.CancelAfter(2 * options.Silence * (1 + Math.Min(failures, MostFailures)));
        var link = _link = await IrcLink.ConnectAsync(address, options.Tls, patience.Token);
        var greeting = await new LogIn(link, traffic.Scene.Name(client), Password, options.Password).RunAsync(patience.Token);
        Greeting = greeting;
        if (greeting.ServerTime is { } serverTime) Ids.SetTime(serverTime);
        traffic.SetNick(client, greeting.Nick);
        var conversing = new Conversing(client, Connections, link, greeting, traffic, Outbox, Observer, options, time);
        conversing.Ready += () => _ready.TrySetResult();
        conversing.Settled += () => _settled.TrySetResult();
        _conversing = conversing;
        await conversing.RunAsync(cancel);
        // What hears nothing from now on is not stuck: whoever reads a history has the link.
        _conversing = null;
    }

    /// <summary>The same in every run with this seed: accounts of an earlier run are logged in to.</summary>
    private string Password => $"check-{options.Seed}-{traffic.Mark}";

    private async ValueTask CloseAsync()
    {
        _conversing = null;
        Observer.EndAll();
        if (Greeting is not { HasOnce: true }) Outbox.GiveUp();
        if (_link is not { } link) return;
        _link = null;
        Unreadable += link.Unreadable;
        await link.DisposeAsync();
    }

    private static bool IsTimeout(Exception error, CancellationToken cancel) =>
        error is OperationCanceledException && !cancel.IsCancellationRequested;
}
