using System.Collections.Immutable;
using Teahouse.Core.Operators;
using Teahouse.Storage.Sqlite;
using Teahouse.Storage.Writing;

namespace Teahouse.Storage.Operators;

/// <summary>What operators did, in the store's file, written by its writer.</summary>
internal sealed class SqliteAuditStore(Writer writer, ReadPool pool) : IAuditStore
{
    public async ValueTask AddAsync(AuditEntry entry, CancellationToken cancel = default) => await writer.RunAsync(database => Add(database, entry), cancel);

    public ValueTask<ImmutableArray<AuditEntry>> ReadAsync(int most, CancellationToken cancel = default) =>
        pool.ReadAsync(database => Read(database, most), cancel);

    private static int Add(Database database, AuditEntry entry)
    {
        database.Prepare("INSERT INTO audit (time, operator, action, target, detail) VALUES (?, ?, ?, ?, ?)")
            .Bind(1, entry.Time).Bind(2, entry.Operator).Bind(3, entry.Action).Bind(4, entry.Target).Bind(5, entry.Detail).Run();
        return database.Prepare("DELETE FROM audit WHERE id <= ?").Bind(1, database.LastRowId - IAuditStore.Most).Run();
    }

    private static ImmutableArray<AuditEntry> Read(Database database, int most)
    {
        var row = database.Prepare("SELECT time, operator, action, target, detail FROM audit ORDER BY id DESC LIMIT ?").Bind(1, most);
        var entries = ImmutableArray.CreateBuilder<AuditEntry>();
        while (row.Step()) entries.Add(new AuditEntry(row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4)));
        return entries.ToImmutable();
    }
}
