using Teahouse.Core.Log;

namespace Teahouse.Storage.Suites.Faults;

/// <summary>An append that a <see cref="FaultyMessageLog"/> neither stored nor answered yet.</summary>
public sealed class HeldAppend
{
    private readonly IMessageLog _inner;
    private readonly Action<HeldAppend> _forget;
    private readonly TaskCompletionSource<AppendOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal HeldAppend(Append append, IMessageLog inner, Action<HeldAppend> forget) => (Append, _inner, _forget) = (append, inner, forget);

    public Append Append { get; }

    internal Task<AppendOutcome> Outcome => _outcome.Task;

    /// <summary>Does it now, and answers as the log does.</summary>
    public async Task ReleaseAsync() => Answer(await _inner.AppendAsync(Append));

    /// <summary>Stores nothing, and answers this.</summary>
    public void Answer(AppendOutcome outcome)
    {
        _forget(this);
        _outcome.TrySetResult(outcome);
    }
}
