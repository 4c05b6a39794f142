using System.Collections.Concurrent;
using Teahouse.Protocol;

namespace Teahouse.Core.Users;

/// <summary>The users of this node by id, nick and account. Safe for any thread.</summary>
internal sealed class UserDirectory
{
    private readonly ConcurrentDictionary<UserId, User> users = new();
    private readonly ConcurrentDictionary<Nick, User> nicks = new();
    private readonly ConcurrentDictionary<long, User> accounts = new();
    private int most;

    public int Count => users.Count;

    /// <summary>The largest number so far.</summary>
    public int Most => most;

    public ICollection<User> All => users.Values;

    public User? Find(UserId id) => users.GetValueOrDefault(id);

    public User? Find(Nick nick) => nicks.GetValueOrDefault(nick);

    public User? OfAccount(long account) => account == 0 ? null : accounts.GetValueOrDefault(account);

    /// <returns>The user that holds this account already, or null after adding.</returns>
    public User? Add(User user)
    {
        var account = user.Snapshot.AccountId;
        if (account != 0 && accounts.GetOrAdd(account, user) is var known && known != user) return known;
        users[user.Id] = user;
        nicks[user.Snapshot.Nick] = user;
        most = Math.Max(most, users.Count);
        return null;
    }

    public void Rename(User user, Nick from, Nick to)
    {
        if (!from.Equals(to)) nicks.TryRemove(new(from, user));
        nicks[to] = user;
    }

    /// <returns>False if another user holds the account.</returns>
    public bool LogIn(User user, long account) => accounts.GetOrAdd(account, user) == user;

    public void LogOut(User user, long account) => accounts.TryRemove(new(account, user));

    public void Remove(User user)
    {
        users.TryRemove(user.Id, out _);
        nicks.TryRemove(new(user.Snapshot.Nick, user));
        if (user.Snapshot.AccountId != 0) accounts.TryRemove(new(user.Snapshot.AccountId, user));
    }
}
