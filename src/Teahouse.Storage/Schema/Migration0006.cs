namespace Teahouse.Storage.Schema;

/// <summary>Who stays online: they are in their rooms again as soon as the server is back.</summary>
internal static class Migration0006
{
    public const string Sql = """
        CREATE TABLE presences (
            account INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
            nick TEXT NOT NULL,
            username TEXT NOT NULL,
            real_name TEXT NOT NULL,
            away TEXT,
            modes INTEGER NOT NULL,
            invisible INTEGER NOT NULL,
            web INTEGER NOT NULL
        ) STRICT;

        -- Accounts with a password once got a device without a credential.
        DELETE FROM devices WHERE length(hash) = 0;
        """;
}
