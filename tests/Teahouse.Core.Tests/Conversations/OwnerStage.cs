using System.IO.Pipelines;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Identity;
using Teahouse.Core.Log;
using Teahouse.Core.Tests.Transcripts;
using Teahouse.Core.Users;
using Teahouse.Protocol;
using Teahouse.Storage.Suites.Faults;

namespace Teahouse.Core.Tests.Conversations;

/// <summary>One channel's owner without a server around it: every call and every answer is seen.</summary>
internal sealed class OwnerStage : IAsyncDisposable
{
    private readonly MsgIds _ids = new(new byte[32]);
    private readonly OwnerServices _services;
    private readonly SubscriberRegistry _registry = new();
    private long _last;

    public OwnerStage(bool recorded = true)
    {
        Log = new FaultyMessageLog(Inner);
        _services = new OwnerServices(
            Log, Time, _ids, _registry, new ChannelRules(100, 100, 10), "tea.example", recorded, Time.GetUtcNow().ToUnixTimeMilliseconds(), Recorder);
        Audience = new WatchedAudience();
        Owner = new ConversationOwner(new ConversationPlace(ConversationKey.Channel("#tea")), _services, Audience);
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_000));

    public FaultRecorder Recorder { get; } = new();

    public MemoryMessageLog Inner { get; } = new();

    public FaultyMessageLog Log { get; }

    public WatchedAudience Audience { get; }

    public ConversationOwner Owner { get; }

    public ChannelName Tea { get; } = ChannelName.TryParse("#tea", out var tea) ? tea : default;

    /// <summary>A user with one session, whose lines are read with <see cref="Person.Said"/>.</summary>
    public Person Come(string name, long account = 0)
    {
        var id = ++_last;
        Assert.True(Nick.TryParse(name, out var nick));
        var identity = account == 0 ? "u" + name : Identities.OfAccount(account);
        var user = new UserSnapshot(new(id), identity, nick, name, "host", name, account == 0 ? null : name, account, false, null, false, false, true);
        var person = new Person(user, new SessionId(id));
        _registry.Add(identity, person.Subscriber);
        return person;
    }

    public async Task<Person> JoinAsync(string name, long account = 0)
    {
        var person = Come(name, account);
        Assert.Equal(OutcomeStatus.Done, (await AskAsync(JoinOf(person))).Status);
        return person;
    }

    public Join JoinOf(Person person) => new(person.User, null, Tea, [person.Subscriber.Session], "");

    public static Post PostOf(Person person, string text) => new(person.User, new Origin(person.Subscriber.Session), EventKind.Privmsg, "#tea", text, Tags.Empty);

    public Task<Outcome> AskAsync(Request request)
    {
        var ask = new Ask(request) { Since = Time.GetTimestamp() };
        Assert.True(Owner.TryAsk(ask));
        return ask.FirstAsync().AsTask();
    }

    public Task<OutcomeStatus[]> PostAsync(params Post[] posts) => StatusesAsync(posts);

    public void GiveUpAfter(int seconds)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        Owner.GiveUpOn(TimeSpan.FromSeconds(5));
    }

    /// <summary>What the log holds, decoded.</summary>
    public async Task<List<string>> StoredAsync()
    {
        if (await Inner.FindAsync(Owner.Key) is not { } head) return [];
        var entries = await Inner.ReadAsync(head.Id, new LogRange(1, long.MaxValue, int.MaxValue));
        return [.. entries.Select(e => $"{e.Sequence} {ConversationJournal.Read(e, head.Numbering, _ids)!.Parameters[^1]}")];
    }

    public async ValueTask DisposeAsync()
    {
        await Log.DisposeAsync();
        _ids.Dispose();
    }

    private async Task<OutcomeStatus[]> StatusesAsync(Post[] posts)
    {
        var ask = new Ask([.. posts]) { Since = Time.GetTimestamp() };
        Assert.True(Owner.TryAsk(ask));
        return [.. (await ask.AllAsync()).Select(o => o.Status)];
    }

    /// <summary>A channel's audience that can be made to break.</summary>
    public sealed class WatchedAudience() : Audience("tea.example")
    {
        private readonly List<Subscriber> _subscribers = [];

        /// <summary>Which of the deliveries to come fails as a bug would; 0: none.</summary>
        public int FaultAt { get; set; }

        public override void Add(UserId user, Subscriber subscriber) => _subscribers.Add(subscriber);

        public override void Remove(UserId user) => _subscribers.RemoveAll(s => s.User == user);

        public override void Remove(Subscriber subscriber) => _subscribers.Remove(subscriber);

        protected override ReadOnlySpan<Subscriber> Subscribers() =>
            FaultAt > 0 && --FaultAt == 0 ? throw new InvalidTimeZoneException("a bug") : _subscribers.ToArray();
    }

    /// <summary>A user and its only session.</summary>
    public sealed class Person
    {
        private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));

        public Person(UserSnapshot user, SessionId session)
        {
            User = user;
            Subscriber = new Subscriber(session, new SendQueue(_pipe.Writer, 0, new SendBudget(0)))
            {
                User = user.Id,
                Capabilities = CapabilitySet.EchoMessage | CapabilitySet.MessageTags | CapabilitySet.Seq,
            };
        }

        public UserSnapshot User { get; set; }

        public Subscriber Subscriber { get; }

        /// <summary>Waits until so many lines have come in all, and returns them.</summary>
        public async Task<List<string>> SaidAsync(int count)
        {
            List<string> lines = [];
            while (lines.Count < count) lines.AddRange(Lines(await _pipe.Reader.ReadAsync()));
            return lines;
        }

        /// <summary>What came since the last call: number, command and last parameter of each line.</summary>
        public List<string> Said() => _pipe.Reader.TryRead(out var read) ? Lines(read) : [];

        private List<string> Lines(ReadResult read)
        {
            List<string> lines = [];
            foreach (var line in Encoding.UTF8.GetString(read.Buffer).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            {
                var message = MessageParser.Parse(line);
                lines.Add($"{message.Tags[TagNames.Sequence]} {message.Command} {message[message.Count - 1]}".Trim());
            }
            _pipe.Reader.AdvanceTo(read.Buffer.End);
            return lines;
        }
    }
}
