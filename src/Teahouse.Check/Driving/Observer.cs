using Teahouse.Check.Judging;

namespace Teahouse.Check.Driving;

/// <summary>Keeps what one client sees. Used only by that client.</summary>
internal sealed class Observer(int reader, Ticks ticks)
{
    private readonly Dictionary<int, Open> _open = [];
    private readonly List<View> _views = [];
    private readonly HashSet<int> _seen = [];
    private readonly Dictionary<int, string> _points = [];

    /// <summary>Finished views. Complete when everything has been closed.</summary>
    public IReadOnlyList<View> Views => _views;

    public bool IsOpen(int conversation) => _open.ContainsKey(conversation);

    /// <summary>The client is in from now on. If it was already, the server has begun anew, and owes nothing for the time before.</summary>
    public void Begin(int conversation)
    {
        if (_open.Remove(conversation, out var open)) Keep(conversation, open, confirmedUntil: 0);
        _open.Add(conversation, new(ticks.Next(), []));
    }

    public void End(int conversation)
    {
        if (_open.Remove(conversation, out var open)) Keep(conversation, open, open.ConfirmedUntil);
    }

    public void EndAll()
    {
        foreach (var conversation in _open.Keys.ToArray()) End(conversation);
    }

    public void See(int conversation, Sighting sighting)
    {
        // What comes before one is in, or after one has left, is seen all the same.
        if (!_open.TryGetValue(conversation, out var open)) _open.Add(conversation, open = new(ticks.Next(), []));
        open.Seen.Add(sighting);
        if (sighting.Message >= 0) _seen.Add(sighting.Message);
    }

    /// <summary>Whether the client saw the message, on this connection or an earlier one.</summary>
    public bool HasSeen(int message) => _seen.Contains(message);

    /// <summary>Up to where everything of a conversation is known, as CHATHISTORY names it; null: nothing is.</summary>
    public string? Point(int conversation) => _points.GetValueOrDefault(conversation);

    public void SetPoint(int conversation, string point) => _points[conversation] = point;

    /// <summary>A PING that was sent at this tick has been answered.</summary>
    /// <param name="isComplete">Whether everything of a conversation has been received, and not only what came live.</param>
    public void Confirm(long tick, Func<int, bool> isComplete)
    {
        foreach (var (conversation, open) in _open)
            if (isComplete(conversation)) open.ConfirmedUntil = Math.Max(open.ConfirmedUntil, tick);
    }

    private void Keep(int conversation, Open open, long confirmedUntil)
    {
        if (open.Seen.Count > 0 || confirmedUntil > open.OpenedAt)
            _views.Add(new(reader, conversation, open.OpenedAt, confirmedUntil, open.Seen));
    }

    private sealed class Open(long openedAt, List<Sighting> seen)
    {
        public long OpenedAt { get; } = openedAt;

        public long ConfirmedUntil { get; set; }

        public List<Sighting> Seen { get; } = seen;
    }
}
