namespace Teahouse.Storage.Schema;

/// <summary>Facts about accounts and channels. The scope is <c>a</c> and the account's id, or a channel's folded name and the moment it was made.</summary>
internal static class Migration0002
{
    public const string Sql = """
        CREATE TABLE metadata (
            scope TEXT NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (scope, key)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER metadata_of_accounts AFTER DELETE ON accounts BEGIN
            DELETE FROM metadata WHERE scope = 'a' || old.id;
        END;
        """;
}
