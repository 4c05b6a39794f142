namespace Teahouse.Storage.Schema;

/// <summary>Up to when accounts have read their conversations.</summary>
internal static class Migration0005
{
    public const string Sql = """
        -- conversation: a channel's folded name, or the other side's identity.
        CREATE TABLE read_markers (
            account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
            conversation TEXT NOT NULL,
            time INTEGER NOT NULL,
            PRIMARY KEY (account, conversation)
        ) STRICT, WITHOUT ROWID;
        """;
}
