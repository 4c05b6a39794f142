namespace Teahouse.Storage.Schema;

/// <summary>Files that are shared, without what is in them.</summary>
internal static class Migration0011
{
    public const string Sql = """
        CREATE TABLE files (
            key TEXT PRIMARY KEY,
            account INTEGER NOT NULL,
            name TEXT NOT NULL,
            type TEXT NOT NULL,
            size INTEGER NOT NULL,
            created INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            whole INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX files_by_account ON files (account, size);
        CREATE INDEX files_by_end ON files (expires);
        CREATE TRIGGER files_go_with_accounts AFTER DELETE ON accounts BEGIN DELETE FROM files WHERE account = old.id; END;
        """;
}
