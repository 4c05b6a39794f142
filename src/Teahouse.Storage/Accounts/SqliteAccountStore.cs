using System.Collections.Immutable;
using Teahouse.Core.Accounts;
using Teahouse.Storage.Sqlite;
using Teahouse.Storage.Writing;

namespace Teahouse.Storage.Accounts;

/// <summary>Accounts in the store's file, written by its writer: a change is as durable as a message.</summary>
internal sealed partial class SqliteAccountStore(Writer writer, ReadPool pool) : IAccountStore
{
    // Guests are removed so many at a time, so that messages do not wait for all of them.
    private const int GuestsAtOnce = 200;

    public ValueTask<Account?> FindAsync(string foldedName, CancellationToken cancel = default) =>
        pool.ReadAsync(database => AccountRows.Find(database, foldedName), cancel);

    public ValueTask<Account?> GetAsync(long id, CancellationToken cancel = default) =>
        pool.ReadAsync(database => AccountRows.Get(database, id), cancel);

    public async ValueTask<ImmutableArray<Account>> ListAsync(CancellationToken cancel = default)
    {
        var accounts = await pool.ReadAsync(AccountRows.All, cancel);
        return [.. accounts.OrderBy(account => account.FoldedName, StringComparer.Ordinal)];
    }

    public async ValueTask<Account?> CreateAsync(NewAccount account, CancellationToken cancel = default) =>
        await writer.RunAsync(database => Create(database, account), cancel);

    public async ValueTask<bool> RemoveAsync(long id, CancellationToken cancel = default) =>
        await writer.RunAsync(database => database.Prepare("DELETE FROM accounts WHERE id = ?").Bind(1, id).Run() > 0, cancel);

    public ValueTask<ScramVerifier?> PasswordAsync(long id, CancellationToken cancel = default) =>
        pool.ReadAsync(database => AccountRows.Password(database, id), cancel);

    public async ValueTask<bool> SetPasswordAsync(long id, ScramVerifier password, CancellationToken cancel = default) =>
        await writer.RunAsync(database => SetPassword(database, id, password), cancel);

    public async ValueTask<bool> SetOperatorAsync(long id, bool isOperator, CancellationToken cancel = default) =>
        await writer.RunAsync(
            database => database.Prepare("UPDATE accounts SET operator = ? WHERE id = ?").Bind(1, isOperator).Bind(2, id).Run() > 0, cancel);

    public async ValueTask<bool> SetBotAsync(long id, bool bot, CancellationToken cancel = default) =>
        await writer.RunAsync(database => database.Prepare("UPDATE accounts SET bot = ? WHERE id = ?").Bind(1, bot).Bind(2, id).Run() > 0, cancel);

    public async ValueTask<ImmutableArray<DeviceCredential>> DevicesAsync(long id, CancellationToken cancel = default) =>
        [.. await pool.ReadAsync(database => AccountRows.Devices(database, id), cancel)];

    public async ValueTask<DeviceCredential?> AddDeviceAsync(
        long id, string label, ReadOnlyMemory<byte> hash, long now, CancellationToken cancel = default) =>
        await writer.RunAsync(database => database.Prepare("UPDATE accounts SET guest = 0 WHERE id = ?").Bind(1, id).Run() == 0 ? null : AddDevice(database, id, label, hash, now), cancel);

    public async ValueTask<bool> RemoveDeviceAsync(long id, long device, CancellationToken cancel = default) =>
        await writer.RunAsync(
            database => database.Prepare("DELETE FROM devices WHERE account = ? AND id = ?").Bind(1, id).Bind(2, device).Run() > 0, cancel);

    public async ValueTask SeenAsync(long id, long now, long? device = null, CancellationToken cancel = default)
    {
        await writer.RunAsync(database =>
        {
            var seen = database.Prepare("UPDATE accounts SET seen = ? WHERE id = ?").Bind(1, now).Bind(2, id).Run();
            return device is not { } used ? seen
                : database.Prepare("UPDATE devices SET used = ? WHERE account = ? AND id = ?").Bind(1, now).Bind(2, id).Bind(3, used).Run();
        }, cancel);
    }

    public async ValueTask<int> RemoveUnseenGuestsAsync(long before, CancellationToken cancel = default)
    {
        var (removed, some) = (0, 0);
        do
        {
            some = await writer.RunAsync(database => database.Prepare("""
                DELETE FROM accounts WHERE id IN (SELECT id FROM accounts WHERE guest = 1 AND seen < ? LIMIT ?)
                """).Bind(1, before).Bind(2, GuestsAtOnce).Run(), cancel);
            removed += some;
        }
        while (some == GuestsAtOnce);
        return removed;
    }

    private static Account? Create(Database database, NewAccount account)
    {
        var insert = database.Prepare("""
            INSERT INTO accounts (name, folded, display, guest, operator, created, seen, iterations, salt, stored_key, server_key)
            VALUES (?, ?, ?, ?, ?, ?, ?6, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
            .Bind(1, account.Name).Bind(2, account.FoldedName).Bind(3, account.DisplayName)
            .Bind(4, account.Guest).Bind(5, account.Operator).Bind(6, account.Now);
        if (account.Password is { } password) BindPassword(insert, 7, password);
        else insert.BindNull(7).BindNull(8).BindNull(9).BindNull(10);
        if (insert.Run() == 0) return null;
        var id = database.LastRowId;
        if (account.Device is { } hash) AddDevice(database, id, account.DeviceLabel, hash, account.Now);
        return AccountRows.Get(database, id);
    }

    private static bool SetPassword(Database database, long id, ScramVerifier password)
    {
        var update = database.Prepare("""
            UPDATE accounts SET iterations = ?, salt = ?, stored_key = ?, server_key = ?, guest = 0 WHERE id = ?
            """);
        BindPassword(update, 1, password);
        return update.Bind(5, id).Run() > 0;
    }

    private static DeviceCredential AddDevice(Database database, long account, string label, ReadOnlyMemory<byte> hash, long now)
    {
        database.Prepare("INSERT INTO devices (account, label, hash, created, used) VALUES (?, ?, ?, ?, ?4)")
            .Bind(1, account).Bind(2, label).Bind(3, hash.Span).Bind(4, now).Run();
        return new DeviceCredential(database.LastRowId, label, hash.ToArray(), now, now);
    }

    private static void BindPassword(Statement statement, int first, ScramVerifier password) => statement
        .Bind(first, password.Iterations).Bind(first + 1, password.Salt.Span)
        .Bind(first + 2, password.StoredKey.Span).Bind(first + 3, password.ServerKey.Span);
}
