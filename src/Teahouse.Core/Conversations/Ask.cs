using System.Collections.Immutable;

namespace Teahouse.Core.Conversations;

/// <summary>A call that waits for its owner's turn: one request, or a run of posts.</summary>
internal sealed class Ask
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Outcome?[] outcomes;
    private int answered;

    public Ask(Request request)
    {
        Requests = [request];
        outcomes = new Outcome?[1];
    }

    public Ask(ImmutableArray<Post> posts)
    {
        Requests = ImmutableArray<Request>.CastUp(posts);
        outcomes = new Outcome?[posts.Length];
    }

    public ImmutableArray<Request> Requests { get; }

    /// <summary>Timestamp of the moment it was queued.</summary>
    public long Since { get; init; }

    public bool IsAnswered => Volatile.Read(ref answered) != 0;

    public void Set(int index, Outcome outcome) => Interlocked.CompareExchange(ref outcomes[index], outcome, null);

    public bool IsSet(int index) => outcomes[index] is not null;

    /// <summary>Answers what has an outcome; the rest gets <paramref name="otherwise"/>. Only the first call counts.</summary>
    public void Answer(Outcome otherwise)
    {
        for (var i = 0; i < outcomes.Length; i++) Set(i, otherwise);
        if (Interlocked.Exchange(ref answered, 1) == 0) done.TrySetResult();
    }

    public async ValueTask<Outcome> FirstAsync()
    {
        if (!IsAnswered) await done.Task;
        return outcomes[0]!;
    }

    public async ValueTask<ImmutableArray<Outcome>> AllAsync()
    {
        if (!IsAnswered) await done.Task;
        return [.. outcomes.Select(o => o!)];
    }
}
