using System.Collections.Immutable;
using Teahouse.Core.Accounts;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Accounts;

/// <summary>What an account's owner chooses, and its client certificates.</summary>
internal sealed partial class SqliteAccountStore
{
    public async ValueTask<bool> RenameDeviceAsync(long id, long device, string label, CancellationToken cancel = default) =>
        await writer.RunAsync(database => database.Prepare("UPDATE devices SET label = ? WHERE account = ? AND id = ?")
            .Bind(1, label).Bind(2, id).Bind(3, device).Run() > 0, cancel);

    public async ValueTask<bool> SetSettingsAsync(long id, AccountSettings settings, CancellationToken cancel = default) =>
        await writer.RunAsync(database => database.Prepare("UPDATE accounts SET keep_online = ?, one_session = ?, autoreplay = ? WHERE id = ?")
            .Bind(1, (int)settings.KeepOnline).Bind(2, settings.OneSession).Bind(3, settings.AutoReplay).Bind(4, id).Run() > 0, cancel);

    public ValueTask<Account?> FindByCertificateAsync(string fingerprint, CancellationToken cancel = default) =>
        pool.ReadAsync(database => AccountRows.OfCertificate(database, fingerprint), cancel);

    public async ValueTask<ImmutableArray<AccountCertificate>> CertificatesAsync(long id, CancellationToken cancel = default) =>
        [.. await pool.ReadAsync(database => AccountRows.Certificates(database, id), cancel)];

    public async ValueTask<bool> AddCertificateAsync(long id, string fingerprint, long now, CancellationToken cancel = default) =>
        await writer.RunAsync(database => AccountRows.Get(database, id) is not null && Add(database, id, fingerprint, now), cancel);

    public async ValueTask<bool> RemoveCertificateAsync(long id, string fingerprint, CancellationToken cancel = default) =>
        await writer.RunAsync(database => database.Prepare("DELETE FROM certificates WHERE account = ? AND fingerprint = ?")
            .Bind(1, id).Bind(2, Convert.FromHexString(fingerprint)).Run() > 0, cancel);

    private static bool Add(Database database, long id, string fingerprint, long now) => database
        .Prepare("INSERT INTO certificates (fingerprint, account, created) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .Bind(1, Convert.FromHexString(fingerprint)).Bind(2, id).Bind(3, now).Run() > 0;
}
