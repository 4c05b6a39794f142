using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Network;

/// <summary>Which sessions want to know when a nick comes and goes. Any thread may use it.</summary>
internal sealed class Watchers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Nick, HashSet<SessionId>> _watchers = [];

    public void Add(Nick nick, SessionId session)
    {
        lock (_gate)
        {
            if (_watchers.TryGetValue(nick, out var known)) known.Add(session);
            else _watchers[nick] = [session];
        }
    }

    public void Remove(Nick nick, SessionId session)
    {
        lock (_gate)
            if (_watchers.TryGetValue(nick, out var known) && known.Remove(session) && known.Count == 0) _watchers.Remove(nick);
    }

    public SessionId[] Of(Nick nick)
    {
        lock (_gate) return _watchers.TryGetValue(nick, out var known) ? [.. known] : [];
    }
}
