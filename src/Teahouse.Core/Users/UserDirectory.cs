using System.Collections.Concurrent;
using Teahouse.Protocol;

namespace Teahouse.Core.Users;

/// <summary>
/// The users of this node by id, nick and account, and how many there are of each sort. Safe for any thread. They are counted as
/// they come and go: everybody is told the numbers on coming, and a walk through all for each would make a crowd's return quadratic.
/// </summary>
internal sealed class UserDirectory
{
    private readonly ConcurrentDictionary<UserId, User> _users = new();
    private readonly ConcurrentDictionary<Nick, User> _nicks = new();
    private readonly ConcurrentDictionary<long, User> _accounts = new();
    private int _count;
    private int _most;
    private int _invisible;
    private int _operators;
    private int _strangers;

    public int Count => Volatile.Read(ref _count);

    /// <summary>The largest number so far.</summary>
    public int Most => Volatile.Read(ref _most);

    public int Invisible => Volatile.Read(ref _invisible);

    public int Operators => Volatile.Read(ref _operators);

    /// <summary>Sessions that are connected and have not become anybody yet.</summary>
    public int Strangers => Volatile.Read(ref _strangers);

    public IEnumerable<User> All => _users.Select(pair => pair.Value);

    public User? Find(UserId id) => _users.GetValueOrDefault(id);

    public User? Find(Nick nick) => _nicks.GetValueOrDefault(nick);

    public User? OfAccount(long account) => account == 0 ? null : _accounts.GetValueOrDefault(account);

    /// <summary>Takes the account for a user about to be; true without an account.</summary>
    /// <returns>False if another user holds it.</returns>
    public bool TryReserve(User user) => user.Snapshot.AccountId == 0 || LogIn(user, user.Snapshot.AccountId);

    /// <summary>The user is there; found by its nick only after <see cref="Name"/>.</summary>
    public void Add(User user)
    {
        if (!_users.TryAdd(user.Id, user)) return;
        Tally(user.Snapshot, 1);
    }

    /// <summary>Inside the user's gate.</summary>
    public void Change(User user, UserSnapshot after)
    {
        var before = user.Snapshot;
        user.Snapshot = after;
        if (_users.ContainsKey(user.Id))
        {
            Tally(before, -1);
            Tally(after, 1);
        }
        if (!before.Nick.Equals(after.Nick)) _nicks.TryRemove(new(before.Nick, user));
        _nicks[after.Nick] = user;
    }

    /// <summary>A session has connected, or has become somebody or ended as nobody.</summary>
    public void CountStranger(int by) => Interlocked.Add(ref _strangers, by);

    public void Name(User user) => _nicks[user.Snapshot.Nick] = user;

    /// <returns>False if another user holds the account.</returns>
    public bool LogIn(User user, long account) => _accounts.GetOrAdd(account, user) == user;

    public void LogOut(User user, long account) => _accounts.TryRemove(new(account, user));

    public void Remove(User user)
    {
        if (_users.TryRemove(user.Id, out _))
        {
            Tally(user.Snapshot, -1);
        }
        _nicks.TryRemove(new(user.Snapshot.Nick, user));
        if (user.Snapshot.AccountId != 0) _accounts.TryRemove(new(user.Snapshot.AccountId, user));
    }

    /// <summary>Who only stays is not counted.</summary>
    private void Tally(UserSnapshot user, int by)
    {
        if (user.Offline) return;
        var count = Interlocked.Add(ref _count, by);
        if (by > 0) Reach(count);
        if (user.Invisible) Interlocked.Add(ref _invisible, by);
        if (user.Operator) Interlocked.Add(ref _operators, by);
    }

    private void Reach(int count)
    {
        var known = Most;
        while (count > known && Interlocked.CompareExchange(ref _most, count, known) is var now && now != known) known = now;
    }
}
