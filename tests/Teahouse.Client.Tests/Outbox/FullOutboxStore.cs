namespace Teahouse.Client.Tests;

/// <summary>An outbox that has no room for a new message while it is full, and knows none that it did not take.</summary>
internal sealed class FullOutboxStore : IOutboxStore
{
    private readonly HashSet<Guid> _kept = [];

    public bool IsFull { get; set; } = true;

    public Task<IReadOnlyList<OutboxMessage>> ClaimAsync(string account) => Task.FromResult<IReadOnlyList<OutboxMessage>>([]);

    public Task AddAsync(OutboxMessage message)
    {
        if (IsFull) throw new OutboxException("No room");
        _kept.Add(message.Key);
        return Task.CompletedTask;
    }

    public Task<bool> ReplaceAsync(OutboxMessage message, OutboxMessage? rest = null)
    {
        if (rest is not null) _kept.Add(rest.Key);
        return Task.FromResult(_kept.Contains(message.Key));
    }

    public Task RemoveAsync(Guid key)
    {
        _kept.Remove(key);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
