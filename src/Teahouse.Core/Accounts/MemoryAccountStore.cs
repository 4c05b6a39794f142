using System.Collections.Immutable;

namespace Teahouse.Core.Accounts;

/// <summary>Accounts that live as long as the process. Any thread may use it; every call completes at once.</summary>
public sealed partial class MemoryAccountStore : IAccountStore
{
    private sealed record Holding(Account Account, ScramVerifier? Password, ImmutableList<DeviceCredential> Devices);

    private readonly Dictionary<string, (long Account, long Created)> _certificates = new(StringComparer.Ordinal);
    private readonly Dictionary<long, KeptPresence> _kept = [];
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Holding> _byId = [];
    private readonly Dictionary<string, long> _byName = new(StringComparer.Ordinal);
    private long _lastAccount;
    private long _lastDevice;

    public ValueTask<Account?> FindAsync(string foldedName, CancellationToken cancel = default)
    {
        lock (_lock) return new(_byName.TryGetValue(foldedName, out var id) ? _byId[id].Account : null);
    }

    public ValueTask<Account?> GetAsync(long id, CancellationToken cancel = default)
    {
        lock (_lock) return new(_byId.GetValueOrDefault(id)?.Account);
    }

    public ValueTask<ImmutableArray<Account>> ListAsync(CancellationToken cancel = default)
    {
        lock (_lock) return new([.. _byId.Values.Select(held => held.Account).OrderBy(account => account.FoldedName, StringComparer.Ordinal)]);
    }

    public ValueTask<Account?> CreateAsync(NewAccount account, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            if (!_byName.TryAdd(account.FoldedName, _lastAccount + 1)) return new((Account?)null);
            var created = new Account(++_lastAccount, account.Name, account.FoldedName, account.DisplayName,
                account.Guest, account.Operator, account.Now, account.Now);
            var devices = account.Device is { } hash
                ? [new DeviceCredential(++_lastDevice, account.DeviceLabel, hash.ToArray(), account.Now, account.Now)]
                : ImmutableList<DeviceCredential>.Empty;
            _byId.Add(created.Id, new Holding(created, account.Password, devices));
            return new(created);
        }
    }

    public ValueTask<bool> RemoveAsync(long id, CancellationToken cancel = default)
    {
        lock (_lock) return new(Remove(id));
    }

    public ValueTask<ScramVerifier?> PasswordAsync(long id, CancellationToken cancel = default)
    {
        lock (_lock) return new(_byId.GetValueOrDefault(id)?.Password);
    }

    public ValueTask<bool> SetPasswordAsync(long id, ScramVerifier password, CancellationToken cancel = default) =>
        new(Change(id, held => held with { Password = password, Account = held.Account with { Guest = false } }));

    public ValueTask<bool> SetOperatorAsync(long id, bool isOperator, CancellationToken cancel = default) =>
        new(Change(id, held => held with { Account = held.Account with { Operator = isOperator } }));

    public ValueTask<bool> SetBotAsync(long id, bool bot, CancellationToken cancel = default) =>
        new(Change(id, held => held with { Account = held.Account with { Bot = bot } }));

    public ValueTask<ImmutableArray<DeviceCredential>> DevicesAsync(long id, CancellationToken cancel = default)
    {
        lock (_lock) return new(_byId.TryGetValue(id, out var held) ? [.. held.Devices] : []);
    }

    public ValueTask<DeviceCredential?> AddDeviceAsync(long id, string label, ReadOnlyMemory<byte> hash, long now, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            if (!_byId.TryGetValue(id, out var held)) return new((DeviceCredential?)null);
            var device = new DeviceCredential(++_lastDevice, label, hash.ToArray(), now, now);
            _byId[id] = held with { Devices = held.Devices.Add(device), Account = held.Account with { Guest = false } };
            return new(device);
        }
    }

    public ValueTask<bool> RemoveDeviceAsync(long id, long device, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            if (!_byId.TryGetValue(id, out var held)) return new(false);
            var left = held.Devices.RemoveAll(each => each.Id == device);
            _byId[id] = held with { Devices = left };
            return new(left.Count < held.Devices.Count);
        }
    }

    public ValueTask SeenAsync(long id, long now, long? device = null, CancellationToken cancel = default)
    {
        Change(id, held => held with
        {
            Account = held.Account with { LastSeen = now },
            Devices = [.. held.Devices.Select(each => each.Id == device ? each with { LastUsed = now } : each)],
        });
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> RemoveUnseenGuestsAsync(long before, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            var unseen = _byId.Values.Where(held => held.Account.Guest && held.Account.LastSeen < before).Select(held => held.Account.Id).ToList();
            foreach (var id in unseen) Remove(id);
            return new(unseen.Count);
        }
    }

    private bool Change(long id, Func<Holding, Holding> change)
    {
        lock (_lock)
        {
            if (!_byId.TryGetValue(id, out var held)) return false;
            _byId[id] = change(held);
            return true;
        }
    }

    private bool Remove(long id)
    {
        if (!_byId.Remove(id, out var held)) return false;
        _byName.Remove(held.Account.FoldedName);
        _kept.Remove(id);
        foreach (var (fingerprint, _) in _certificates.Where(c => c.Value.Account == id).ToList()) _certificates.Remove(fingerprint);
        return true;
    }
}
