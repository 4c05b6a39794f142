namespace Teahouse.Client;

/// <summary>An outbox in memory, for tests and for programs that may forget.</summary>
public sealed class MemoryOutboxStore : IOutboxStore
{
    private readonly Shared _shared;

    public MemoryOutboxStore() : this(new()) { }

    private MemoryOutboxStore(Shared shared)
    {
        _shared = shared;
        lock (_shared) _shared.Living.Add(this);
    }

    /// <summary>A further session of the same outbox.</summary>
    public MemoryOutboxStore OpenAnother() => new(_shared);

    public Task<IReadOnlyList<OutboxMessage>> ClaimAsync(string account)
    {
        var claimed = new List<OutboxMessage>();
        lock (_shared)
        {
            for (var i = 0; i < _shared.Messages.Count; i++)
            {
                var (owner, message) = _shared.Messages[i];
                if (message.Account != account || _shared.Living.Contains(owner)) continue;
                _shared.Messages[i] = (this, message);
                claimed.Add(message);
            }
        }
        return Task.FromResult<IReadOnlyList<OutboxMessage>>(claimed);
    }

    public Task AddAsync(OutboxMessage message)
    {
        lock (_shared) _shared.Messages.Add((this, message));
        return Task.CompletedTask;
    }

    public Task<bool> ReplaceAsync(OutboxMessage message, OutboxMessage? rest = null)
    {
        lock (_shared)
        {
            var index = IndexOf(message.Key);
            if (index < 0) return Task.FromResult(false);
            _shared.Messages[index] = (this, message);
            if (rest is not null) _shared.Messages.Insert(index + 1, (this, rest));
        }
        return Task.FromResult(true);
    }

    public Task RemoveAsync(Guid key)
    {
        lock (_shared)
        {
            if (IndexOf(key) is >= 0 and var index) _shared.Messages.RemoveAt(index);
        }
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        lock (_shared) _shared.Living.Remove(this);
        return ValueTask.CompletedTask;
    }

    private int IndexOf(Guid key) => _shared.Messages.FindIndex(m => m.Owner == this && m.Message.Key == key);

    // Its own lock guards it.
    private sealed class Shared
    {
        public HashSet<MemoryOutboxStore> Living { get; } = [];

        public List<(MemoryOutboxStore Owner, OutboxMessage Message)> Messages { get; } = [];
    }
}
