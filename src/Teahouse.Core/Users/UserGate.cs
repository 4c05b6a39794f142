namespace Teahouse.Core.Users;

/// <summary>
/// Holds a user's posts while the user itself changes: posts enter together, a change (JOIN, NICK, QUIT, attach) alone.
/// First come, first served.
/// </summary>
internal sealed class UserGate
{
    private readonly Lock gate = new();
    private readonly Queue<(bool Alone, TaskCompletionSource Turn)> waiting = new();
    private int inside;
    private bool alone;

    public ValueTask EnterAsync(bool change)
    {
        lock (gate)
        {
            if (waiting.Count == 0 && MayEnter(change))
            {
                Admit(change);
                return default;
            }
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue((change, turn));
            return new ValueTask(turn.Task);
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            inside--;
            alone = false;
            while (waiting.TryPeek(out var next) && MayEnter(next.Alone))
            {
                waiting.Dequeue();
                Admit(next.Alone);
                next.Turn.SetResult();
            }
        }
    }

    private bool MayEnter(bool change) => change ? inside == 0 : !alone;

    private void Admit(bool change)
    {
        inside++;
        alone = change;
    }
}
