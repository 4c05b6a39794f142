using Teahouse.Client;

namespace Teahouse.EndToEnd.Writer;

/// <summary>Says of each new message when it is kept, and knows how many wait for the server.</summary>
internal sealed class NotedOutbox(IOutboxStore store, Action<string> kept) : IOutboxStore
{
    private readonly Lock _lock = new();
    private readonly HashSet<Guid> _waiting = [];
    private readonly TaskCompletionSource _claimed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when what ended sessions left is this session's.</summary>
    public Task Claimed => _claimed.Task;

    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(string account)
    {
        var claimed = await store.ClaimAsync(account);
        Change(() => _waiting.UnionWith(claimed.Select(message => message.Key)));
        _claimed.TrySetResult();
        return claimed;
    }

    public async Task AddAsync(OutboxMessage message)
    {
        await store.AddAsync(message);
        Change(() => _waiting.Add(message.Key));
        kept(message.Text);
    }

    public Task<bool> ReplaceAsync(OutboxMessage message, OutboxMessage? rest = null) => store.ReplaceAsync(message, rest);

    public async Task RemoveAsync(Guid key)
    {
        await store.RemoveAsync(key);
        Change(() => _waiting.Remove(key));
    }

    /// <summary>Ends when no more than so many wait.</summary>
    public async Task WaitAsync(int most)
    {
        while (true)
        {
            Task change;
            lock (_lock)
            {
                if (_waiting.Count <= most) return;
                change = _changed.Task;
            }
            await change;
        }
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            _changed.SetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
