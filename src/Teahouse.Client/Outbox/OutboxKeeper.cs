using System.Threading.Channels;

namespace Teahouse.Client;

/// <summary>Does the outbox's work on its store beside the loop, one thing after the other, and tells the loop how it went.</summary>
internal sealed class OutboxKeeper(IOutboxStore store, Mailbox mailbox)
{
    // Each message has a few steps in its life, and the messages are bounded.
    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });

    public void Add(OutboxMessage message, Action<Kept> done) => Do(async s =>
    {
        await s.AddAsync(message);
        return true;
    }, done);

    public void Replace(OutboxMessage message, OutboxMessage? rest, Action<Kept> done) => Do(s => s.ReplaceAsync(message, rest), done);

    public void Remove(Guid key, Action<Kept> done) => Do(async s =>
    {
        await s.RemoveAsync(key);
        return true;
    }, done);

    /// <param name="claimed">On the loop, with what was taken over.</param>
    public void Claim(string account, Action<IReadOnlyList<OutboxMessage>> claimed, Action<Kept> done)
    {
        IReadOnlyList<OutboxMessage> messages = [];
        Do(async s =>
        {
            messages = await s.ClaimAsync(account);
            return true;
        }, kept =>
        {
            claimed(messages);
            done(kept);
        });
    }

    /// <summary>Works until closed, and until all is done.</summary>
    public async Task RunAsync()
    {
        await foreach (var job in _jobs.Reader.ReadAllAsync())
        {
            Kept kept;
            try
            {
                kept = new(await job.Work(store));
            }
            catch (OutboxException e)
            {
                kept = new(true, e.Message);
            }
            await mailbox.PostAsync(() => job.Done(kept));
        }
    }

    public void Close() => _jobs.Writer.TryComplete();

    private void Do(Func<IOutboxStore, Task<bool>> work, Action<Kept> done) => _jobs.Writer.TryWrite(new(work, done));

    private readonly record struct Job(Func<IOutboxStore, Task<bool>> Work, Action<Kept> Done);
}

/// <param name="IsOurs">False if another session has the message.</param>
/// <param name="Trouble">Why it could not be kept; null if it was.</param>
internal readonly record struct Kept(bool IsOurs, string? Trouble = null);
