namespace Teahouse.Client.Tests;

/// <summary>An outbox that does nothing before the gate is open, or nothing at all.</summary>
internal sealed class TroubledOutboxStore(Task gate, string? trouble = null) : IOutboxStore
{
    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(string account)
    {
        await WorkAsync();
        return [];
    }

    public Task AddAsync(OutboxMessage message) => WorkAsync();

    public async Task<bool> ReplaceAsync(OutboxMessage message, OutboxMessage? rest = null)
    {
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
