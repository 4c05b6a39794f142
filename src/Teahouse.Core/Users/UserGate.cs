namespace Teahouse.Core.Users;

/// <summary>
/// Holds a user's posts while the user itself changes: posts enter together, a change (JOIN, NICK, QUIT, attach) alone.
/// First come, first served.
/// </summary>
internal sealed class UserGate
{
    private readonly Lock _gate = new();
    // Few users ever wait.
    private Queue<(bool Alone, TaskCompletionSource Turn)>? _waiting;
    private int _inside;
    private bool _alone;

    public ValueTask EnterAsync(bool change)
    {
        lock (_gate)
        {
            if (_waiting is not { Count: > 0 } && MayEnter(change))
            {
                Admit(change);
                return default;
            }
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (_waiting ??= new()).Enqueue((change, turn));
            return new ValueTask(turn.Task);
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            _inside--;
            _alone = false;
            while (_waiting is not null && _waiting.TryPeek(out var next) && MayEnter(next.Alone))
            {
                _waiting.Dequeue();
                Admit(next.Alone);
                next.Turn.SetResult();
            }
        }
    }

    private bool MayEnter(bool change) => change ? _inside == 0 : !_alone;

    private void Admit(bool change)
    {
        _inside++;
        _alone = change;
    }
}
