namespace Teahouse.Core.ReadMarkers;

/// <summary>What one person has read. Any thread may use it.</summary>
/// <param name="most">Conversations kept; beyond it the one read longest ago is forgotten.</param>
internal sealed class ReadMarks(int most)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _times = new(StringComparer.Ordinal);

    public long? Find(string conversation)
    {
        lock (_gate) return _times.TryGetValue(conversation, out var time) ? time : null;
    }

    public ReadMark Raise(string conversation, long time)
    {
        lock (_gate)
        {
            if (_times.TryGetValue(conversation, out var known) && known >= time) return new ReadMark(known, false);
            _times[conversation] = time;
            if (_times.Count > most) _times.Remove(_times.MinBy(pair => pair.Key == conversation ? long.MaxValue : pair.Value).Key);
            return new ReadMark(time, true);
        }
    }
}
