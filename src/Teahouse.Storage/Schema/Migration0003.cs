namespace Teahouse.Storage.Schema;

/// <summary>What an account's owner chooses for it, and the client certificates that log in to it.</summary>
internal static class Migration0003
{
    public const string Sql = """
        -- keep_online: 0 as the server says, 1 on, 2 off.
        ALTER TABLE accounts ADD COLUMN keep_online INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE accounts ADD COLUMN one_session INTEGER NOT NULL DEFAULT 0;

        -- SHA-256 of the certificate: it logs in to one account only.
        CREATE TABLE certificates (
            fingerprint BLOB PRIMARY KEY,
            account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
            created INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX certificates_by_account ON certificates (account);
        """;
}
