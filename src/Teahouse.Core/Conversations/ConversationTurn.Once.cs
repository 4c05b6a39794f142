using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Core.Once;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>Messages with an id: each is stored once, however often it comes. docs/extensions/once.md</summary>
internal sealed partial class ConversationTurn
{
    private readonly KnownIds _ids = new();

    /// <summary>What is known of the message before anything else is looked at: it was stored, or its id cannot be taken.</summary>
    /// <returns>Null: it is new, and up to the conversation's rules.</returns>
    private async ValueTask<Outcome?> KnownAsync(Post post, ClientKey key)
    {
        if (_ids.IsPending(key.Account, key.Id) && await ShareAsync(key) is { } shared) return shared;
        var id = new OnceId(key.Id);
        var target = _conversation!.WireNameOf(post);
        if (await FindAsync(key) is { } match)
            return match.ContentHash == key.ContentHash ? await RepeatAsync(post, target, match) : Outcome.Refused(OnceRefusals.Conflict(target, id));
        if (post.Barred is not null) return null;
        if (!_conversation.TakesIds(post)) return Outcome.Refused(OnceRefusals.Unavailable(target, id.ToString(), "Nothing is kept here by which it could be known again"));
        if (Channel.IsPassing(post)) return Outcome.Refused(OnceRefusals.Unavailable(target, id.ToString(), "This is never stored"));
        var now = services.Now;
        if (id.Time > now + OnceTimes.Ahead) return Outcome.Refused(OnceRefusals.TooFarAhead(target, id, now));
        // After the look: the mark rises before ids are forgotten.
        return id.Time <= services.OnceMark ? Outcome.Refused(OnceRefusals.Expired(target, id, now)) : null;
    }

    /// <summary>The one before it is not there: it would come out of order.</summary>
    private async ValueTask<Outcome?> OutOfOrderAsync(Post post)
    {
        if (post.Key is not { } key || post.After is not { } after) return null;
        // What is forgotten can be nowhere else, and will never be posted any more.
        if (new OnceId(after.Id).Time <= services.OnceMark || _ids.IsPending(after.Account, after.Id) || IsBelieved(after.Id)) return null;
        return await FindAsync(after) is null ? Outcome.Refused(OnceRefusals.OutOfOrder(_conversation!.WireNameOf(post), new OnceId(key.Id))) : null;
    }

    /// <summary>The same message waits in this turn: both end as one.</summary>
    private async ValueTask<Outcome?> ShareAsync(ClientKey key)
    {
        var (ask, index, said) = _said.Find(one => one.Said.Draft.Key is { } pending && pending.Account == key.Account && pending.Id == key.Id);
        await CommitAsync();
        if (_journal.InDoubt) await RecoverAsync();
        return said.Draft.Key == key && ask.OutcomeOf(index) is { Status: not OutcomeStatus.Done } failed ? failed : null;
    }

    private async ValueTask<ClientKeyMatch?> FindAsync(ClientKey key)
    {
        if (_journal.Head is not { } head) return null;
        _ids.Begin(head, services.Now);
        if (_ids.Find(key) is { } known) return known;
        return _ids.IsNew(key) ? null : await services.Log.FindClientKeyAsync(head.Id, key);
    }

    /// <summary>The echo once more, for the one who asks; of what was taken away there is no text.</summary>
    private async ValueTask<Outcome> RepeatAsync(Post post, string target, ClientKeyMatch match)
    {
        var head = _journal.Head!;
        var here = match.Epoch == head.Numbering.EpochOf(match.Sequence);
        var (exists, stored) = here ? await _journal.LookAsync(match.Sequence) : default;
        if (stored is not null) return Outcome.Done with { Repeats = true, Event = stored with { Parameters = stored.Parameters.SetItem(0, target) } };
        var msgid = services.MsgIds.Encode(head.Id, match.Epoch, match.Sequence);
        var empty = new Event(
            post.Kind, new Place(match.Epoch, match.Sequence), match.Time, msgid, post.By.Source, post.Kind == EventKind.Tagmsg ? [target] : [target, ""], Tags.Empty)
        {
            ClientKey = post.Key,
        };
        return Outcome.Done with { Repeats = true, Event = empty, Redaction = exists ? await _journal.RedactionAsync(msgid, match.Sequence, target) : null };
    }

    /// <summary>What was appended is known from now on.</summary>
    private void Remember(Event happened, ClientKey key) =>
        _ids.Stored(key, new ClientKeyMatch(happened.Place.Epoch, happened.Place.Sequence, happened.Time, key.ContentHash));
}
