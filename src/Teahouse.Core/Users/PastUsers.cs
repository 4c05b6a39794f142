using System.Collections.Immutable;
using Teahouse.Protocol;

namespace Teahouse.Core.Users;

/// <summary>Who was here, for WHOWAS: the last thousand, in memory only. Any thread may use it.</summary>
internal sealed class PastUsers
{
    private const int Most = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<PastUser> _all = new();

    public void Add(UserSnapshot user, long left)
    {
        lock (_gate)
        {
            if (_all.Count == Most) _all.Dequeue();
            _all.Enqueue(new PastUser(user, left));
        }
    }

    /// <summary>The most recent first.</summary>
    public ImmutableArray<PastUser> Of(Nick nick)
    {
        lock (_gate) return [.. _all.Where(p => p.User.Nick.Equals(nick)).Reverse()];
    }
}

/// <param name="Left">Milliseconds since 1970 UTC.</param>
public sealed record PastUser(UserSnapshot User, long Left);
