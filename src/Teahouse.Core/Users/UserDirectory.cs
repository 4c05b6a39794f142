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

    /// <summary>Takes the account for a user about to be; true without an account.</summary>
    /// <returns>False if another user holds it.</returns>
    public bool TryReserve(User user) => user.Snapshot.AccountId == 0 || LogIn(user, user.Snapshot.AccountId);

    /// <summary>The user is there; found by its nick only after <see cref="Name"/>.</summary>
    public void Add(User user)
    {
        _users[user.Id] = user;
        _most = Math.Max(_most, _users.Count);
    }

    public void Name(User user) => _nicks[user.Snapshot.Nick] = user;

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
