namespace Teahouse.Client.Tests;

/// <summary>An outbox that does nothing before the gate is open, or nothing at all.</summary>
/// <param name="replacing">What it waits for, besides, before it replaces something.</param>
internal sealed class TroubledOutboxStore(Task gate, string? trouble = null, Task? replacing = null) : IOutboxStore
{
    private readonly TaskCompletionSource _replaces = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Something is to be replaced, and all that came before is done.</summary>
    public Task Replaces => _replaces.Task;

    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(string account)
    {
        await WorkAsync();
        return [];
    }

    public Task AddAsync(OutboxMessage message) => WorkAsync();

    public async Task<bool> ReplaceAsync(OutboxMessage message, OutboxMessage? rest = null)
    {
        _replaces.TrySetResult();
        if (replacing is not null) await replacing.WaitAsync(FakeLink.Patience);
        await WorkAsync();
        return true;
    }

    public Task RemoveAsync(Guid key) => WorkAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task WorkAsync()
    {
        await gate.WaitAsync(FakeLink.Patience);
        if (trouble is not null) throw new OutboxException(trouble);
    }
}
