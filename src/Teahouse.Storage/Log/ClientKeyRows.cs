using System.Buffers.Binary;
using Teahouse.Core.Log;
using Teahouse.Protocol;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Log;

/// <summary>How far back clients' ids are known.</summary>
internal static class ClientKeyRows
{
    /// <summary>Ids forgotten in one transaction.</summary>
    private const int Piece = 2000;

    public static ClientKeySpan Read(Database database)
    {
        var mark = database.Prepare("SELECT time FROM client_id_mark");
        mark.Step();
        var time = mark.Long(0);
        mark.Reset();
        var first = database.Prepare("SELECT id FROM client_ids ORDER BY id LIMIT 1");
        if (!first.Step()) return new(time, null);
        var oldest = new OnceId(BinaryPrimitives.ReadUInt128BigEndian(first.Blob(0))).Time;
        first.Reset();
        return new(time, oldest);
    }

    /// <summary>Raises the mark, and forgets some of what is not above it; true if that was all.</summary>
    public static bool Forget(Database database, long time)
    {
        database.Prepare("UPDATE client_id_mark SET time = ?1 WHERE time < ?1").Bind(1, time).Run();
        Span<byte> end = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(end, OnceId.FirstOf(time + 1));
        var next = database.Prepare("SELECT id FROM client_ids WHERE id < ? ORDER BY id LIMIT 1 OFFSET ?").Bind(1, end).Bind(2, Piece);
        var all = !next.Step();
        if (!all)
        {
            next.Blob(0).CopyTo(end);
            next.Reset();
        }
        database.Prepare("DELETE FROM client_ids WHERE id < ?").Bind(1, end).Run();
        return all;
    }
}
