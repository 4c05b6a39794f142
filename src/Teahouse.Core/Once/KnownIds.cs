using Teahouse.Core.Log;
using Teahouse.Protocol;

namespace Teahouse.Core.Once;

/// <summary>
/// The ids of one conversation that its owner remembers: the latest ones with where they were stored, and up to where ids may be
/// known to the log. One beyond that is new without a look. Used only from its <see cref="Conversations.ConversationOwner"/>.
/// </summary>
internal sealed class KnownIds
{
    private const int MostKnown = 64;
    private const int MostAccounts = 256;

    private readonly Dictionary<(long Account, UInt128 Id), ClientKeyMatch> _known = [];
    private readonly Queue<(long Account, UInt128 Id)> _byAge = new();
    private readonly HashSet<(long Account, UInt128 Id)> _pending = [];
    private readonly Dictionary<long, UInt128> _highest = [];
    private UInt128 _floor;
    private long _owner;

    /// <summary>The conversation was taken: what was stored under earlier owners is known to the log alone.</summary>
    /// <param name="head">As it was taken.</param>
    /// <param name="now">Milliseconds since 1970 UTC.</param>
    public void Begin(ConversationHead head, long now)
    {
        if (head.OwnerEpoch == _owner) return;
        _owner = head.OwnerEpoch;
        // The first owner has seen every id there is.
        if (head.OwnerEpoch == 1) return;
        _known.Clear();
        _byAge.Clear();
        // No id was ever taken that was further ahead of its entry's time. Of earlier epochs' entries the head knows nothing.
        var latest = head.Epoch == 1 ? head.LastTime : Math.Max(head.LastTime, now);
        Raise(OnceId.FirstOf(latest + OnceTimes.Ahead + 1));
    }

    public ClientKeyMatch? Find(ClientKey key) => _known.TryGetValue((key.Account, key.Id), out var match) ? match : null;

    /// <summary>It cannot be in the log.</summary>
    public bool IsNew(ClientKey key) => key.Id > _floor && (!_highest.TryGetValue(key.Account, out var highest) || key.Id > highest);

    /// <summary>It is in the append that is being collected.</summary>
    public bool IsPending(long account, UInt128 id) => _pending.Contains((account, id));

    /// <summary>It goes into the next append; whatever becomes of that, it may be in the log from now on.</summary>
    public void Attempt(ClientKey key)
    {
        _pending.Add((key.Account, key.Id));
        if (_highest.TryGetValue(key.Account, out var highest) && highest >= key.Id) return;
        if (_highest.Count >= MostAccounts && !_highest.ContainsKey(key.Account))
        {
            Raise(_highest.Values.Max());
            _highest.Clear();
        }
        _highest[key.Account] = key.Id;
    }

    /// <summary>The append has ended.</summary>
    public void Settle() => _pending.Clear();

    public void Stored(ClientKey key, ClientKeyMatch match)
    {
        if (!_known.TryAdd((key.Account, key.Id), match)) return;
        _byAge.Enqueue((key.Account, key.Id));
        if (_byAge.Count > MostKnown) _known.Remove(_byAge.Dequeue());
    }

    private void Raise(UInt128 floor) => _floor = UInt128.Max(_floor, floor);
}
