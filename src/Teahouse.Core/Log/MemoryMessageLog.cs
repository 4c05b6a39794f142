using System.Collections.Immutable;
using Teahouse.Protocol;

namespace Teahouse.Core.Log;

/// <summary>
/// A log that lives as long as the process: for tests, and for a server that keeps nothing. Every call completes at once.
/// Any thread may use it; a lock guards everything.
/// </summary>
/// <param name="capacity">Entries, presence rows and client keys kept per conversation; beyond it (and a quarter) the oldest go.</param>
public sealed class MemoryMessageLog(int capacity = 100_000) : IMessageLog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ConversationKey, MemoryConversation> _byKey = [];
    private readonly Dictionary<ConversationId, MemoryConversation> _byId = [];
    private readonly TaskCompletionSource<string> _broken = new();
    private long _mark;

    public Task<string> Broken => _broken.Task;

    public ValueTask<ConversationHead> TakeAsync(ConversationKey key, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var conversation))
            {
                var id = new ConversationId(_byId.Count + 1);
                conversation = new MemoryConversation(id, key, capacity);
                _byKey.Add(key, conversation);
                _byId.Add(id, conversation);
            }
            return new(conversation.Take());
        }
    }

    public ValueTask<ConversationHead?> FindAsync(ConversationKey key, CancellationToken cancel = default)
    {
        lock (_lock) return new(_byKey.TryGetValue(key, out var conversation) ? conversation.Head : null);
    }

    public ValueTask<AppendOutcome> AppendAsync(Append append)
    {
        AppendRules.Check(append);
        lock (_lock)
        {
            var conversation = Get(append.Conversation);
            var outcome = conversation.Append(append);
            if (outcome.Status == AppendStatus.Stored && append.Key is { } key) Rename(conversation, key);
            return new(outcome);
        }
    }

    public ValueTask<ConversationHead> HeadAsync(ConversationId conversation, CancellationToken cancel = default)
    {
        lock (_lock) return new(Get(conversation).Head);
    }

    public ValueTask<ConversationHead?> BeginEpochAsync(ConversationId conversation, long ownerEpoch, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            var found = Get(conversation);
            return new(found.Head.OwnerEpoch == ownerEpoch ? found.BeginEpoch() : null);
        }
    }

    public ValueTask<long> ExpireAsync(ConversationId conversation, int epoch, long oldest, CancellationToken cancel = default)
    {
        lock (_lock) return new(Get(conversation).Expire(epoch, oldest));
    }

    public ValueTask<ImmutableArray<LogEntry>> ReadAsync(ConversationId conversation, LogRange range, CancellationToken cancel = default)
    {
        lock (_lock) return new(Get(conversation).Read(range));
    }

    public ValueTask<long> SequenceAtAsync(ConversationId conversation, long time, CancellationToken cancel = default)
    {
        lock (_lock) return new(Get(conversation).SequenceAt(time));
    }

    public ValueTask<ClientKeyMatch?> FindClientKeyAsync(ConversationId conversation, ClientKey key, CancellationToken cancel = default)
    {
        lock (_lock) return new(Get(conversation).Find(key));
    }

    public ValueTask<ClientKeySpan> ClientKeysAsync(CancellationToken cancel = default)
    {
        lock (_lock)
        {
            var oldest = _byId.Values.Min(conversation => conversation.OldestKey);
            return new(new ClientKeySpan(_mark, oldest is { } id ? new OnceId(id).Time : null));
        }
    }

    public ValueTask<bool> ForgetClientKeysAsync(long time, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            _mark = Math.Max(_mark, time);
            foreach (var conversation in _byId.Values) conversation.ForgetKeys(OnceId.FirstOf(time + 1));
            return new(true);
        }
    }

    public ValueTask<ImmutableArray<ConversationHead>> DirectChatsAsync(string identity, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            return new([.. _byId.Values.Select(conversation => conversation.Head).Where(head =>
                head.Key.Kind == ConversationKind.Direct && head.LastSequence > 0 && (head.Key.A == identity || head.Key.B == identity))]);
        }
    }

    public ValueTask<ImmutableArray<ConversationHead>> ChannelsAsync(CancellationToken cancel = default)
    {
        lock (_lock)
        {
            return new([.. _byId.Values.Select(conversation => conversation.Head)
                .Where(head => head.Key.Kind == ConversationKind.Channel).OrderBy(head => head.Key.A, StringComparer.Ordinal)]);
        }
    }

    public ValueTask<ImmutableArray<ConversationHead>> ConversationsAsync(ConversationId after, int limit, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            return new([.. _byId.Values.Select(conversation => conversation.Head)
                .Where(head => head.Id.Value > after.Value).OrderBy(head => head.Id.Value).Take(limit)]);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Rename(MemoryConversation conversation, ConversationKey key)
    {
        var before = conversation.Head.Key;
        if (key == before) return;
        if (_byKey.Remove(key, out var other))
        {
            other.Rename(before);
            _byKey[before] = other;
        }
        else _byKey.Remove(before);
        conversation.Rename(key);
        _byKey[key] = conversation;
    }

    private MemoryConversation Get(ConversationId id) =>
        _byId.TryGetValue(id, out var conversation) ? conversation : throw new KeyNotFoundException($"There is no conversation {id}.");
}
