using System.Collections.Immutable;
using Teahouse.Core.Accounts;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Accounts;

/// <summary>Who stays online.</summary>
internal sealed partial class SqliteAccountStore
{
    public async ValueTask KeepAsync(long id, KeptPresence? presence, CancellationToken cancel = default)
    {
        await writer.RunAsync(database => presence is null
            ? database.Prepare("DELETE FROM presences WHERE account = ?").Bind(1, id).Run()
            : AccountRows.Get(database, id) is null ? 0 : Keep(database, id, presence), cancel);
    }

    public async ValueTask<ImmutableArray<(long Account, KeptPresence Presence)>> KeptAsync(CancellationToken cancel = default) =>
        [.. await pool.ReadAsync(Kept, cancel)];

    private static int Keep(Database database, long id, KeptPresence presence)
    {
        var insert = database.Prepare("""
            INSERT OR REPLACE INTO presences (account, nick, username, real_name, away, modes, invisible, web) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
            .Bind(1, id).Bind(2, presence.Nick).Bind(3, presence.Username).Bind(4, presence.RealName)
            .Bind(6, presence.Modes).Bind(7, presence.Invisible).Bind(8, presence.Web);
        return (presence.Away is { } away ? insert.Bind(5, away) : insert.BindNull(5)).Run();
    }

    private static List<(long, KeptPresence)> Kept(Database database)
    {
        var statement = database.Prepare(
            "SELECT account, nick, username, real_name, coalesce(away, ''), away IS NULL, modes, invisible, web FROM presences ORDER BY account");
        var kept = new List<(long, KeptPresence)>();
        while (statement.Step())
            kept.Add((statement.Long(0), new KeptPresence(statement.Text(1), statement.Text(2), statement.Text(3),
                statement.Bool(5) ? null : statement.Text(4), statement.Int(6), statement.Bool(7), statement.Bool(8))));
        return kept;
    }
}
