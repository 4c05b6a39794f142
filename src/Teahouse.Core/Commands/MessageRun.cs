using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Once;
using Teahouse.Core.Sessions;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>
/// Messages read together to the same target: the target is looked up once, and all go to the conversation as one call.
/// Used only from the session's loop.
/// </summary>
internal sealed class MessageRun(Session session)
{
    private const int MostTargets = 4;
    private const int MostInRun = 64;

    private static readonly Refusal TooLong = new(Numeric.ERR_INPUTTOOLONG, "With your name before it the line would be too long: not sent");

    private readonly List<OutgoingMessage> _run = [];
    private Origin? _unlabelled;
    private InFlight.Wave? _wave;

    /// <summary>From now on whoever waits for what was taken before waits for this session's messages too, until they are delivered.</summary>
    public void Enter() => _wave ??= session.Engine.InFlight.Enter();

    /// <summary>Nobody waits for this session's messages any longer.</summary>
    public void Leave()
    {
        _wave?.Leave();
        _wave = null;
    }

    public async ValueTask AddAsync(EventKind kind, Message message, string? label)
    {
        if (await RefusedAsync(kind, message, label))
        {
            if (_run.Count == 0) Leave();
            return;
        }
        var barred = kind != EventKind.Tagmsg && !Fits(kind, message) ? TooLong : null;
        await AddAsync(new OutgoingMessage(kind, message[0], kind == EventKind.Tagmsg ? "" : message[1], message.Tags, label) { Barred = barred });
    }

    public async ValueTask AddAsync(OutgoingMessage message)
    {
        if (OnceInput.Is(session, message.Tags))
        {
            (message, var refusal) = OnceInput.Read(session, message);
            if (refusal is not null)
            {
                await FlushAsync();
                await RefuseAsync(message, refusal);
                return;
            }
        }
        if (message.Target.Contains(','))
        {
            await FlushAsync();
            await SendToManyAsync(message);
            return;
        }
        if (_run.Count > 0 && (_run.Count == MostInRun || !AsciiCase.Equals(_run[0].Target, message.Target))) await FlushAsync();
        _run.Add(message);
    }

    public async ValueTask FlushAsync()
    {
        if (_run.Count == 0)
        {
            Leave();
            return;
        }
        var run = _run.ToArray();
        _run.Clear();
        MessageTarget? target;
        Refusal? refusal;
        ImmutableArray<Outcome> outcomes = [];
        var by = session.User!;
        await by.Gate.EnterAsync(change: false);
        try
        {
            (target, refusal) = await MessageTarget.FindAsync(session, run[0].Target, evenIfBarred: Array.Exists(run, m => m.Key is not null));
            if (target is not null) outcomes = await target.Conversation.PostAsync(PostsOf(target, run));
        }
        finally
        {
            by.Gate.Leave();
            Leave();
        }
        // Outside the gate: an answer may have to wait until this peer reads.
        for (var i = 0; i < run.Length; i++)
            await AnswerAsync(run[i], target is null ? Outcome.Refused(refusal!) : outcomes[i], target);
    }

    private Origin OriginOf(string? label) => label is null ? _unlabelled ??= new Origin(session.Id) : new Origin(session.Id, TagNames.Label, label);

    /// <summary>Posts to all, awaits all, and answers in the order given; with a label, in one batch.</summary>
    private async ValueTask SendToManyAsync(OutgoingMessage message)
    {
        var names = message.Target.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct(AsciiCase.Comparer).ToArray();
        var reply = new Reply(session, message.Label);
        if (names.Length > MostTargets)
        {
            Leave();
            reply.Numeric(Numeric.ERR_TOOMANYTARGETS, message.Target, $"Too many recipients; at most {MostTargets}");
            await reply.CompleteAsync();
            return;
        }
        // Each message is waited for by itself; answers may have to wait until this peer reads.
        Leave();
        var origin = await reply.OriginInBatchAsync();
        var by = session.User!;
        await by.Gate.EnterAsync(change: false);
        try
        {
            var sent = new (MessageTarget? Target, Task<Outcome> Outcome)[names.Length];
            for (var i = 0; i < names.Length; i++)
            {
                var (target, refusal) = await MessageTarget.FindAsync(session, names[i], evenIfBarred: message.Key is not null);
                sent[i] = (target, target is null ? Task.FromResult(Outcome.Refused(refusal!)) : target.Conversation.AskAsync(PostOf(target, message, origin)).AsTask());
            }
            for (var i = 0; i < names.Length; i++) Answer(reply, message, await sent[i].Outcome, sent[i].Target, names[i]);
        }
        finally
        {
            by.Gate.Leave();
        }
        await reply.CompleteAsync();
    }

    private async ValueTask<bool> RefusedAsync(EventKind kind, Message message, string? label)
    {
        var needed = kind == EventKind.Tagmsg ? 1 : 2;
        var refused = message.Count < needed || message[0].Length == 0 || (needed == 2 && message[1].Length == 0);
        // A message with an id may have been stored already: then it is answered, whatever stands against it now.
        var tooLong = !refused && kind != EventKind.Tagmsg && !OnceInput.Is(session, message.Tags) && !Fits(kind, message);
        if (!refused && !tooLong) return kind == EventKind.Tagmsg && !session.Has(CapabilitySet.MessageTags);
        await FlushAsync();
        var reply = new Reply(session, label);
        // A NOTICE is never answered automatically, but a mistake of its sender is.
        if (tooLong) reply.Refuse(TooLong, kind.Command());
        else if (kind == EventKind.Tagmsg) reply.Numeric(Numeric.ERR_NEEDMOREPARAMS, "TAGMSG", "Not enough parameters");
        else if (message.Count == 0 || message[0].Length == 0) reply.Numeric(Numeric.ERR_NORECIPIENT, $"No recipient given ({kind.Command()})");
        else reply.Numeric(Numeric.ERR_NOTEXTTOSEND, "No text to send");
        await reply.CompleteAsync();
        return true;
    }

    /// <summary>Whether the line that the receivers get, with the sender's name before it, is one: nothing is cut off in silence.</summary>
    private bool Fits(EventKind kind, Message message) =>
        LineRoom.Fits(message[1], message[0].Contains(',')
            ? LeastRoom(session.User!.Snapshot.Prefix, kind, message[0])
            : LineRoom.Of(session.User!.Snapshot.Prefix, kind, message[0]));

    private static int LeastRoom(string prefix, EventKind kind, string targets) => targets.Split(',').Min(target => LineRoom.Of(prefix, kind, target));

    private ImmutableArray<Post> PostsOf(MessageTarget target, OutgoingMessage[] run)
    {
        var posts = ImmutableArray.CreateBuilder<Post>(run.Length);
        foreach (var message in run) posts.Add(PostOf(target, message, OriginOf(message.Label)));
        return posts.MoveToImmutable();
    }

    private Post PostOf(MessageTarget target, OutgoingMessage message, Origin origin)
    {
        var user = session.User!;
        if (message.Kind == EventKind.Privmsg) user.LastSpoke = session.Engine.Now;
        var tags = session.Has(CapabilitySet.MessageTags) ? message.Tags.ClientOnly() : Tags.Empty;
        if (user.Snapshot.Has(UserModes.Bot)) tags = tags.With(TagNames.Bot, "");
        return new Post(user.Snapshot, origin, message.Kind, target.WireName, message.Text, tags)
        {
            Status = target.Status,
            NoCtcp = target.NoCtcp,
            Key = message.Key,
            After = message.After,
            Barred = target.Barred ?? message.Barred,
        };
    }

    private async ValueTask AnswerAsync(OutgoingMessage message, Outcome outcome, MessageTarget? target)
    {
        if (outcome.Repeats)
        {
            await RepeatAsync(message, outcome);
            return;
        }
        if (message.Label is null && outcome.Status == OutcomeStatus.Done && target?.Away is null) return;
        var reply = new Reply(session, message.Label);
        if (outcome.Status == OutcomeStatus.Done && session.Has(CapabilitySet.EchoMessage)) reply.AnsweredByEvent();
        Answer(reply, message, outcome, target, message.Target);
        await reply.CompleteAsync();
    }

    /// <summary>It was stored before: its echo again, and what became of it since.</summary>
    private async ValueTask RepeatAsync(OutgoingMessage message, Outcome outcome)
    {
        var reply = new Reply(session, message.Label);
        reply.Echo(outcome.Event!);
        await reply.CompleteAsync();
        if (outcome.Redaction is not { } redaction || !session.Has(CapabilitySet.MessageRedaction)) return;
        var after = new Reply(session, null);
        after.Event(redaction);
        await after.CompleteAsync();
    }

    private async ValueTask RefuseAsync(OutgoingMessage message, Refusal refusal)
    {
        var reply = new Reply(session, message.Label);
        reply.Refuse(refusal, message.Kind.Command());
        await reply.CompleteAsync();
    }

    private void Answer(Reply reply, OutgoingMessage message, Outcome outcome, MessageTarget? target, string name)
    {
        var kind = message.Kind;
        if (outcome.Repeats)
        {
            reply.Event(outcome.Event!);
            if (outcome.Redaction is { } redaction && session.Has(CapabilitySet.MessageRedaction)) reply.Event(redaction);
            return;
        }
        // A NOTICE is never answered (RFC 2812, section 3.3.2), except where silence would hide that it is lost.
        if (outcome.Status == OutcomeStatus.Refused && kind == EventKind.Notice && !reply.IsLabelled && message.Key is null) return;
        if (outcome.Status != OutcomeStatus.Done) Refusals.Answer(session, reply, outcome, kind.Command(), name, message.Id);
        else if (kind == EventKind.Privmsg && target?.Away is { } away && (target.Offline is not { } offline || session.User!.ToldOffline.Tell(offline, session.Engine.Now))) reply.Numeric(Numeric.RPL_AWAY, target.WireName, away);
    }
}
