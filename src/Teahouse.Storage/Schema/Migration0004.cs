namespace Teahouse.Storage.Schema;

/// <summary>Bans, and what operators did.</summary>
internal static class Migration0004
{
    public const string Sql = """
        CREATE TABLE bans (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind INTEGER NOT NULL,
            mask TEXT NOT NULL,
            reason TEXT NOT NULL,
            silent INTEGER NOT NULL,
            set_by TEXT NOT NULL,
            created INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            UNIQUE (kind, mask)
        ) STRICT;

        -- The last ten thousand entries: each new one removes the oldest.
        CREATE TABLE audit (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            time INTEGER NOT NULL,
            operator TEXT NOT NULL,
            action TEXT NOT NULL,
            target TEXT NOT NULL,
            detail TEXT NOT NULL
        ) STRICT;
        """;
}
