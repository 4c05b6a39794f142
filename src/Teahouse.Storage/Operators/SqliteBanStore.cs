using System.Collections.Immutable;
using Teahouse.Core.Operators;
using Teahouse.Storage.Sqlite;
using Teahouse.Storage.Writing;

namespace Teahouse.Storage.Operators;

/// <summary>Bans in the store's file, written by its writer.</summary>
internal sealed class SqliteBanStore(Writer writer, ReadPool pool) : IBanStore
{
    public ValueTask<ImmutableArray<Ban>> ListAsync(CancellationToken cancel = default) => pool.ReadAsync(List, cancel);

    public async ValueTask<Ban> AddAsync(Ban ban, CancellationToken cancel = default) => await writer.RunAsync(database => Add(database, ban), cancel);

    public async ValueTask<bool> RemoveAsync(long id, CancellationToken cancel = default) =>
        await writer.RunAsync(database => database.Prepare("DELETE FROM bans WHERE id = ?").Bind(1, id).Run() > 0, cancel);

    private static ImmutableArray<Ban> List(Database database)
    {
        var row = database.Prepare("SELECT id, kind, mask, reason, silent, set_by, created, expires FROM bans ORDER BY id");
        var bans = ImmutableArray.CreateBuilder<Ban>();
        while (row.Step())
            bans.Add(new Ban(row.Long(0), (BanKind)row.Int(1), row.Text(2), row.Text(3), row.Bool(4), row.Text(5), row.Long(6), row.Long(7)));
        return bans.ToImmutable();
    }

    private static Ban Add(Database database, Ban ban)
    {
        database.Prepare("DELETE FROM bans WHERE kind = ? AND mask = ?").Bind(1, (long)ban.Kind).Bind(2, ban.Mask).Run();
        database.Prepare("INSERT INTO bans (kind, mask, reason, silent, set_by, created, expires) VALUES (?, ?, ?, ?, ?, ?, ?)")
            .Bind(1, (long)ban.Kind).Bind(2, ban.Mask).Bind(3, ban.Reason).Bind(4, ban.Silent).Bind(5, ban.SetBy).Bind(6, ban.Created).Bind(7, ban.Expires).Run();
        return ban with { Id = database.LastRowId };
    }
}
