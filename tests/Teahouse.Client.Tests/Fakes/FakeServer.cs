using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Teahouse.Client.Tests;

/// <summary>A client and the server that it talks to, both scripted by a test; time stands still unless the test moves it.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    public const string AllCapabilities =
        "batch echo-message labeled-response message-tags server-time draft/chathistory teahouse.chat/seq account-tag";

    private readonly Channel<FakeLink> _links = Channel.CreateUnbounded<FakeLink>();
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<Problem> _refusals = new();
    private Task _running = Task.CompletedTask;

    public FakeServer(Login? login = null, params string[] rooms) : this(login, null, rooms)
    {
    }

    public FakeServer(Login? login, IOutboxStore? outbox, params string[] rooms) : this(login, outbox, new SteadyTimeProvider(Noon), rooms)
    {
    }

    public FakeServer(Login? login, IOutboxStore? outbox, FakeTimeProvider time, params string[] rooms)
    {
        Time = time;
        Client = new(new ClientOptions
        {
            Connect = ConnectAsync,
            Login = login ?? new Login.Anonymous("ann"),
            Random = new Random(1),
            Time = Time,
            Rooms = rooms,
            Outbox = outbox,
            Rest = () => Rest(),
        });
    }

    public static DateTimeOffset Noon { get; } = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Time { get; }

    public ChatClient Client { get; }

    /// <summary>What the client waits for when it has worked long.</summary>
    public Func<Task> Rest { get; set; } = () => Task.CompletedTask;

    public Task Running => _running;

    /// <summary>The next attempt to connect fails with this.</summary>
    public void Refuse(Problem problem) => _refusals.Enqueue(problem);

    /// <summary>Starts the client on first use; its next connection.</summary>
    public async Task<FakeLink> AcceptAsync()
    {
        Start();
        return await _links.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(FakeLink.Patience);
    }

    public void Start()
    {
        if (_running == Task.CompletedTask) _running = Task.Run(() => Client.RunAsync(_stop.Token));
    }

    public bool HasConnection => _links.Reader.TryPeek(out _);

    /// <summary>The next connection, taken through registration as ann.</summary>
    public async Task<FakeLink> WelcomeAsync(string capabilities = AllCapabilities, string support = "CHATHISTORY=10 PREFIX=(ov)@+ CHANTYPES=#")
    {
        var link = await AcceptAsync();
        await link.ExpectAsync("CAP LS 302");
        link.Say($":srv CAP * LS :{capabilities}");
        if (capabilities.Length > 0)
        {
            var request = await link.NextAsync();
            Assert.StartsWith("CAP REQ ", request, StringComparison.Ordinal);
            link.Say($":srv CAP * ACK {request["CAP REQ ".Length..]}");
        }
        await link.ExpectAsync("NICK ann", "USER ann 0 * ann", "CAP END");
        link.Say($":srv 001 ann :Welcome\n:srv 005 ann {support} :are supported\n:srv 422 ann :No MOTD");
        return link;
    }

    /// <summary>Answers the question for direct chats with none, which comes first after a welcome.</summary>
    public static async Task NoTargetsAsync(FakeLink link)
    {
        var (label, line) = await link.NextLabelledAsync();
        Assert.StartsWith("CHATHISTORY TARGETS ", line, StringComparison.Ordinal);
        link.Say($"@label={label} :srv BATCH +t draft/chathistory-targets\n:srv BATCH -t");
    }

    /// <summary>In #tea on a new connection, with these lines as its history.</summary>
    public async Task<FakeLink> InTeaAsync(params string[] history)
    {
        var link = await WelcomeAsync();
        if (await Client.InvokeAsync(s => s.FindRoom("#tea") is { Wanted: true })) await link.ExpectAsync("JOIN #tea");
        await NoTargetsAsync(link);
        link.Say(":ann!a@h JOIN #tea");
        var (label, line) = await link.NextLabelledAsync();
        Assert.StartsWith("CHATHISTORY LATEST #tea ", line, StringComparison.Ordinal);
        Answer(link, label, history);
        await UntilAsync(s => s.FindRoom("#tea")?.Attachment == Attachment.Current);
        return link;
    }

    public static void Answer(FakeLink link, string label, params string[] history)
    {
        link.Say($"@label={label} :srv BATCH +h chathistory #tea");
        foreach (var line in history) link.Say("@batch=h;" + line[1..]);
        link.Say(":srv BATCH -h");
    }

    /// <summary>A numbered message of bob's in #tea.</summary>
    public static string Entry(int number, string? text = null, string from = "bob", int epoch = 1) =>
        $"@teahouse.chat/seq={epoch}-{number};msgid=m{epoch}-{number};time=2026-05-01T11:{number / 60:00}:{number % 60:00}.000Z :{from}!u@h PRIVMSG #tea :{text ?? $"text {number}"}";

    /// <summary>Ends once the state is so.</summary>
    public async Task UntilAsync(Func<ChatState, bool> condition)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Client.InvokeAsync(state =>
        {
            var hooked = new HashSet<Conversation>();
            void Check()
            {
                foreach (var conversation in state.Conversations)
                    if (hooked.Add(conversation)) conversation.Changed += Check;
                if (condition(state)) reached.TrySetResult();
            }
            state.Changed += Check;
            Check();
            return true;
        });
        await reached.Task.WaitAsync(FakeLink.Patience, TestContext.Current.CancellationToken);
    }

    public Task<T> ReadAsync<T>(Func<ChatState, T> read) => Client.InvokeAsync(read);

    /// <summary>What the messages of a room say, in order.</summary>
    public Task<string[]> TextsAsync(string conversation = "#tea") =>
        ReadAsync(s => s.Find(conversation)!.Timeline.Items.OfType<TimelineMessage>().Select(m => m.Text).ToArray());

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private Task<ITransport> ConnectAsync(CancellationToken cancel)
    {
        if (_refusals.TryDequeue(out var problem)) throw new TransportException(problem);
        var link = new FakeLink();
        _links.Writer.TryWrite(link);
        return Task.FromResult<ITransport>(link);
    }
}
