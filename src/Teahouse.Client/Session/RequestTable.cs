namespace Teahouse.Client;

/// <summary>Requests without an answer yet. Used only from the client's loop.</summary>
internal sealed class RequestTable
{
    private readonly List<Request> _waiting = [];

    /// <summary>When the first one gives up; null if none waits.</summary>
    public TimeSpan? NextDeadline => _waiting.Count == 0 ? null : _waiting.Min(r => r.Deadline);

    public void Add(Request request) => _waiting.Add(request);

    public void Take(Incoming incoming)
    {
        foreach (var request in _waiting)
        {
            if (request.Match(incoming) is not { } answer) continue;
            _waiting.Remove(request);
            request.Answered(answer);
            return;
        }
    }

    public void Expire(TimeSpan uptime)
    {
        foreach (var request in _waiting.Where(r => r.Deadline <= uptime).ToArray()) Fail(request, new(ProblemKind.TimedOut));
    }

    public void FailAll(Problem problem)
    {
        foreach (var request in _waiting.ToArray()) Fail(request, problem);
    }

    private void Fail(Request request, Problem problem)
    {
        if (_waiting.Remove(request)) request.Answered(new(null, problem));
    }
}
