using System.Collections.Immutable;

namespace Teahouse.Core.Accounts;

/// <summary>What an account's owner chooses, and its client certificates.</summary>
public sealed partial class MemoryAccountStore
{
    public ValueTask<bool> RenameDeviceAsync(long id, long device, string label, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            if (!_byId.TryGetValue(id, out var held) || held.Devices.Find(each => each.Id == device) is not { } known) return new(false);
            _byId[id] = held with { Devices = held.Devices.Replace(known, known with { Label = label }) };
            return new(true);
        }
    }

    public ValueTask KeepAsync(long id, KeptPresence? presence, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            if (presence is null) _kept.Remove(id);
            else if (_byId.ContainsKey(id)) _kept[id] = presence;
        }
        return ValueTask.CompletedTask;
    }

    public ValueTask<ImmutableArray<(long Account, KeptPresence Presence)>> KeptAsync(CancellationToken cancel = default)
    {
        lock (_lock) return new([.. _kept.OrderBy(k => k.Key).Select(k => (k.Key, k.Value))]);
    }

    public ValueTask<bool> SetSettingsAsync(long id, AccountSettings settings, CancellationToken cancel = default) =>
        new(Change(id, held => held with { Account = held.Account with { Settings = settings } }));

    public ValueTask<Account?> FindByCertificateAsync(string fingerprint, CancellationToken cancel = default)
    {
        lock (_lock) return new(_certificates.TryGetValue(fingerprint, out var known) ? _byId[known.Account].Account : null);
    }

    public ValueTask<ImmutableArray<AccountCertificate>> CertificatesAsync(long id, CancellationToken cancel = default)
    {
        lock (_lock)
            return new([.. _certificates.Where(c => c.Value.Account == id)
                .Select(c => new AccountCertificate(c.Key, c.Value.Created)).OrderBy(c => c.Fingerprint, StringComparer.Ordinal)]);
    }

    public ValueTask<bool> AddCertificateAsync(long id, string fingerprint, long now, CancellationToken cancel = default)
    {
        lock (_lock) return new(_byId.ContainsKey(id) && _certificates.TryAdd(fingerprint, (id, now)));
    }

    public ValueTask<bool> RemoveCertificateAsync(long id, string fingerprint, CancellationToken cancel = default)
    {
        lock (_lock) return new(_certificates.TryGetValue(fingerprint, out var known) && known.Account == id && _certificates.Remove(fingerprint));
    }
}
