using System.Threading.Channels;

namespace Teahouse.Client;

/// <summary>Does the outbox's work on its store beside the loop, one thing after the other, and tells the loop how it went.</summary>
internal sealed class OutboxKeeper(IOutboxStore store, Mailbox mailbox)
{
    // Each message has a few steps in its life, and the messages are bounded.
    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });

    // What the store had no room for: it is no other session's, and is added with its next change. Touched by the work alone.
    private readonly HashSet<Guid> _unkept = [];

    public void Add(OutboxMessage message, Action<Kept> done) => Write(s => AddAsync(s, message), done);

    public void Replace(OutboxMessage message, OutboxMessage? rest, Action<Kept> done) => Write(async s =>
    {
        if (rest is not null) _unkept.Add(rest.Key);
        if (_unkept.Contains(message.Key)) return await AddAsync(s, message) && (rest is null || await AddAsync(s, rest));
        var isOurs = await s.ReplaceAsync(message, rest);
        if (rest is not null) _unkept.Remove(rest.Key);
        return isOurs;
    }, done);

    public void Remove(Guid key, Action<Kept> done) => Do(async s =>
    {
        if (!_unkept.Remove(key)) await s.RemoveAsync(key);
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
                kept = new(await job.Work(store), IsProof: job.Writes);
            }
            catch (OutboxException e)
            {
                kept = new(true, e.Message);
            }
            await mailbox.PostAsync(() => job.Done(kept));
        }
    }

    public void Close() => _jobs.Writer.TryComplete();

    private async Task<bool> AddAsync(IOutboxStore store, OutboxMessage message)
    {
        _unkept.Add(message.Key);
        await store.AddAsync(message);
        _unkept.Remove(message.Key);
        return true;
    }

    private void Write(Func<IOutboxStore, Task<bool>> work, Action<Kept> done) => _jobs.Writer.TryWrite(new(work, done, Writes: true));

    private void Do(Func<IOutboxStore, Task<bool>> work, Action<Kept> done) => _jobs.Writer.TryWrite(new(work, done, Writes: false));

    private readonly record struct Job(Func<IOutboxStore, Task<bool>> Work, Action<Kept> Done, bool Writes);
}

/// <param name="IsOurs">False if another session has the message.</param>
/// <param name="Trouble">Why it could not be kept; null if it was.</param>
/// <param name="IsProof">It was written: there is room. Reading and taking away go well in a full store too.</param>
internal readonly record struct Kept(bool IsOurs, string? Trouble = null, bool IsProof = false);
