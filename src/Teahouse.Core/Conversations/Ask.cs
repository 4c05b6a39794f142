using System.Collections.Immutable;
using System.Threading.Tasks.Sources;

namespace Teahouse.Core.Conversations;

/// <summary>A call that waits for its owner's turn: one request, or a run of posts.</summary>
internal sealed class Ask : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _done;
    private readonly Outcome?[] _outcomes;
    private int _answered;

    public Ask(Request request)
    {
        Requests = [request];
        _outcomes = new Outcome?[1];
    }

    public Ask(ImmutableArray<Post> posts)
    {
        Requests = ImmutableArray<Request>.CastUp(posts);
        _outcomes = new Outcome?[posts.Length];
    }

    public ImmutableArray<Request> Requests { get; }

    /// <summary>Timestamp of the moment it was queued.</summary>
    public long Since { get; init; }

    /// <summary>Left when the asker has its answer.</summary>
    public InFlight.Wave? Wave { get; init; }

    /// <summary>It has happened elsewhere already: it is run even if its asker no longer waits.</summary>
    public bool Must => Requests is [ChangeMember or Attach or Detach];

    public bool IsPost => Requests is [Post, ..];

    /// <summary>Its requests have been run. Used only from the owner's turn.</summary>
    public bool Run { get; set; }

    /// <summary>A fault came between once before. Used only from the owner's turn.</summary>
    public bool Again { get; set; }

    public bool IsAnswered => Volatile.Read(ref _answered) != 0;

    public void Set(int index, Outcome outcome) => Interlocked.CompareExchange(ref _outcomes[index], outcome, null);

    public Outcome? OutcomeOf(int index) => Volatile.Read(ref _outcomes[index]);

    public bool IsSet(int index) => Volatile.Read(ref _outcomes[index]) is not null;

    /// <summary>Answers what has an outcome; the rest gets <paramref name="otherwise"/>. Only the first call counts.</summary>
    /// <param name="here">Whoever waits goes on before this returns; else on the pool.</param>
    public void Answer(Outcome otherwise, bool here = false)
    {
        for (var i = 0; i < _outcomes.Length; i++) Set(i, otherwise);
        if (Interlocked.Exchange(ref _answered, 1) != 0) return;
        Wave?.Leave();
        _done.RunContinuationsAsynchronously = !here;
        _done.SetResult(true);
    }

    /// <summary>The one request's outcome. Either this or <see cref="AllAsync"/>, once.</summary>
    public async ValueTask<Outcome> FirstAsync()
    {
        await new ValueTask(this, _done.Version);
        return _outcomes[0]!;
    }

    public async ValueTask<ImmutableArray<Outcome>> AllAsync()
    {
        await new ValueTask(this, _done.Version);
        // Each is set by now, and what is set does not change.
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray<Outcome>(_outcomes!);
    }

    void IValueTaskSource.GetResult(short token) => _done.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _done.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _done.OnCompleted(continuation, state, token, flags);
}
