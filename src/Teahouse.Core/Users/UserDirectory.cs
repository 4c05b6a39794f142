using System.Collections.Concurrent;
using Teahouse.Protocol;

namespace Teahouse.Core.Users;

/// <summary>The users of this node by id, nick and account. Safe for any thread.</summary>
internal sealed class UserDirectory
{
    private readonly ConcurrentDictionary<UserId, User> _users = new();
    private readonly ConcurrentDictionary<Nick, User> _nicks = new();
    private readonly ConcurrentDictionary<long, User> _accounts = new();
    private int _most;

    public int Count => _users.Count;

    /// <summary>The largest number so far.</summary>
    public int Most => _most;

    public ICollection<User> All => _users.Values;

    public User? Find(UserId id) => _users.GetValueOrDefault(id);

    public User? Find(Nick nick) => _nicks.GetValueOrDefault(nick);

    public User? OfAccount(long account) => account == 0 ? null : _accounts.GetValueOrDefault(account);

    /// <returns>The user that holds this account already, or null after adding.</returns>
    public User? Add(User user)
    {
        var account = user.Snapshot.AccountId;
        if (account != 0 && _accounts.GetOrAdd(account, user) is var known && known != user) return known;
        _users[user.Id] = user;
        _nicks[user.Snapshot.Nick] = user;
        _most = Math.Max(_most, _users.Count);
        return null;
    }

    public void Rename(User user, Nick from, Nick to)
    {
        if (!from.Equals(to)) _nicks.TryRemove(new(from, user));
        _nicks[to] = user;
    }

    /// <returns>False if another user holds the account.</returns>
    public bool LogIn(User user, long account) => _accounts.GetOrAdd(account, user) == user;

    public void LogOut(User user, long account) => _accounts.TryRemove(new(account, user));

    public void Remove(User user)
    {
        _users.TryRemove(user.Id, out _);
        _nicks.TryRemove(new(user.Snapshot.Nick, user));
        if (user.Snapshot.AccountId != 0) _accounts.TryRemove(new(user.Snapshot.AccountId, user));
    }
}
