using Teahouse.Core.Accounts;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Accounts;

/// <summary>How rows become accounts and credentials.</summary>
internal static class AccountRows
{
    private const string Columns = "id, name, folded, display, guest, operator, created, seen, keep_online, one_session, autoreplay, bot";

    public static Account? Find(Database database, string folded) =>
        One(database.Prepare($"SELECT {Columns} FROM accounts WHERE folded = ?").Bind(1, folded));

    public static Account? Get(Database database, long id) =>
        One(database.Prepare($"SELECT {Columns} FROM accounts WHERE id = ?").Bind(1, id));

    public static List<Account> All(Database database)
    {
        var statement = database.Prepare($"SELECT {Columns} FROM accounts");
        var accounts = new List<Account>();
        while (statement.Step()) accounts.Add(Read(statement));
        return accounts;
    }

    public static ScramVerifier? Password(Database database, long id)
    {
        var statement = database.Prepare("""
            SELECT iterations, salt, stored_key, server_key FROM accounts WHERE id = ? AND iterations IS NOT NULL
            """).Bind(1, id);
        if (!statement.Step()) return null;
        var verifier = new ScramVerifier(
            statement.Int(0), statement.Blob(1).ToArray(), statement.Blob(2).ToArray(), statement.Blob(3).ToArray());
        statement.Reset();
        return verifier;
    }

    public static List<DeviceCredential> Devices(Database database, long account)
    {
        var statement = database.Prepare("SELECT id, label, hash, created, used FROM devices WHERE account = ? ORDER BY id").Bind(1, account);
        var devices = new List<DeviceCredential>();
        while (statement.Step())
            devices.Add(new(statement.Long(0), statement.Text(1), statement.Blob(2).ToArray(), statement.Long(3), statement.Long(4)));
        return devices;
    }

    public static Account? OfCertificate(Database database, string fingerprint) => One(database.Prepare(
        $"SELECT {Columns} FROM accounts WHERE id = (SELECT account FROM certificates WHERE fingerprint = ?)").Bind(1, Convert.FromHexString(fingerprint)));

    public static List<AccountCertificate> Certificates(Database database, long account)
    {
        var statement = database.Prepare("SELECT fingerprint, created FROM certificates WHERE account = ? ORDER BY fingerprint").Bind(1, account);
        var certificates = new List<AccountCertificate>();
        while (statement.Step()) certificates.Add(new(Convert.ToHexStringLower(statement.Blob(0)), statement.Long(1)));
        return certificates;
    }

    private static Account? One(Statement statement)
    {
        if (!statement.Step()) return null;
        var account = Read(statement);
        statement.Reset();
        return account;
    }

    private static Account Read(Statement row) => new(
        row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.Bool(4), row.Bool(5), row.Long(6), row.Long(7))
    {
        Settings = new((KeepChoice)row.Int(8), row.Bool(9), row.Int(10)),
        Bot = row.Bool(11),
    };
}
