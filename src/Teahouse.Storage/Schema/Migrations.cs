using System.Globalization;
using Teahouse.Storage.Folder;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Schema;

/// <summary>The numbered steps from an empty file to today's tables. Steps are added at the end and never changed.</summary>
internal static class Migrations
{
    public static readonly IReadOnlyList<string> All = [Migration0001.Sql, Migration0002.Sql, Migration0003.Sql, Migration0004.Sql, Migration0005.Sql, Migration0006.Sql, Migration0007.Sql, Migration0008.Sql, Migration0009.Sql, Migration0010.Sql, Migration0011.Sql, Migration0012.Sql];

    /// <summary>Brings the file up to date, each step in a transaction of its own.</summary>
    /// <param name="now">Milliseconds since 1970 UTC, kept beside each step.</param>
    public static void Apply(Database database, long now) => Apply(database, All, now);

    internal static void Apply(Database database, IReadOnlyList<string> steps, long now)
    {
        database.Execute("CREATE TABLE IF NOT EXISTS schema (version INTEGER PRIMARY KEY, applied INTEGER NOT NULL) STRICT");
        var version = Version(database);
        if (version > steps.Count)
            throw new DataFolderException(string.Create(CultureInfo.InvariantCulture,
                $"The database was written by a newer Teahouse (schema {version}; this one knows {steps.Count}): start that one, or restore a backup."));
        for (var step = version; step < steps.Count; step++)
        {
            database.Execute("BEGIN IMMEDIATE");
            try
            {
                database.Execute(steps[step]);
                database.Prepare("INSERT INTO schema (version, applied) VALUES (?, ?)").Bind(1, step + 1).Bind(2, now).Run();
                database.Execute("COMMIT");
            }
            catch
            {
                if (database.InTransaction) database.Execute("ROLLBACK");
                throw;
            }
        }
    }

    /// <summary>When the file was made: it tells one store from the next in the same folder.</summary>
    public static long Begun(Database database)
    {
        var statement = database.Prepare("SELECT min(applied) FROM schema");
        statement.Step();
        var begun = statement.Long(0);
        statement.Reset();
        return begun;
    }

    private static int Version(Database database)
    {
        var statement = database.Prepare("SELECT coalesce(max(version), 0) FROM schema");
        statement.Step();
        var version = statement.Int(0);
        statement.Reset();
        return version;
    }
}
