using Teahouse.Core.Accounts;

namespace Teahouse.Core.Names;

/// <summary>
/// The names of all accounts and what they look like, in memory: a nick is compared with every one of them.
/// One lock, held for look-ups only; any thread may use it.
/// </summary>
public sealed class AccountNames
{
    /// <summary>Stands for an account that is being created.</summary>
    internal const long Pending = 0;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly LookAlikes _looks = new();

    /// <summary>Whether it is the name of another account than <paramref name="asking"/> (0: of any), or looks like one.</summary>
    internal bool BelongsToAnother(string foldedName, LookAlike look, long asking)
    {
        lock (_lock)
        {
            if (_ids.TryGetValue(foldedName, out var id)) return id != asking;
            return _looks.Like(look).Any(name => _ids[name] != asking);
        }
    }

    /// <summary>Whether it is this account's name, or looks like it.</summary>
    internal bool BelongsTo(string foldedName, LookAlike look, long account)
    {
        lock (_lock)
            return _ids.TryGetValue(foldedName, out var id) ? id == account : _looks.Like(look).Any(name => _ids[name] == account);
    }

    /// <summary>Takes the name for an account about to be created; false if it is another's, or looks like it.</summary>
    internal bool TryReserve(string foldedName)
    {
        var look = NameRules.LookAlike(foldedName);
        lock (_lock)
        {
            if (_ids.ContainsKey(foldedName) || _looks.Like(look).Any()) return false;
            Put(foldedName, look, Pending);
            return true;
        }
    }

    /// <summary>The account is there: the reserved name is its.</summary>
    internal void Created(Account account)
    {
        lock (_lock) _ids[account.FoldedName] = account.Id;
    }

    /// <summary>Frees the name of an account that is gone (<see cref="Pending"/>: was not created), unless it is another's by now.</summary>
    internal void Free(string foldedName, long id)
    {
        lock (_lock)
        {
            if (!_ids.TryGetValue(foldedName, out var owner) || owner != id) return;
            _ids.Remove(foldedName);
            _looks.Remove(foldedName, NameRules.LookAlike(foldedName));
        }
    }

    /// <summary>The names there are at the start.</summary>
    internal void Load(IEnumerable<Account> accounts)
    {
        lock (_lock)
            foreach (var account in accounts)
                Put(account.FoldedName, NameRules.LookAlike(account.FoldedName), account.Id);
    }

    private void Put(string foldedName, LookAlike look, long id)
    {
        _ids[foldedName] = id;
        _looks.Add(foldedName, look);
    }
}
