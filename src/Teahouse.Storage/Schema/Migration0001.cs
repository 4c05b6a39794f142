namespace Teahouse.Storage.Schema;

/// <summary>The first tables: docs/adr/0001-message-log.md explains them.</summary>
internal static class Migration0001
{
    public const string Sql = """
        -- One row per commit group, in arrival order: the commit point of every message.
        CREATE TABLE groups (
            id INTEGER PRIMARY KEY,
            body BLOB NOT NULL
        ) STRICT;

        -- One row: the newest group whose entries have been written to pages; group ids are never given twice.
        CREATE TABLE progress (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            last_group INTEGER NOT NULL
        ) STRICT;
        INSERT INTO progress VALUES (1, 0);

        -- Head, time and state are those of the groups up to "applied"; what later groups say is newer.
        CREATE TABLE conversations (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind INTEGER NOT NULL,
            a TEXT NOT NULL,
            b TEXT NOT NULL,
            owner_epoch INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            head INTEGER NOT NULL,
            last_time INTEGER NOT NULL,
            oldest INTEGER NOT NULL,
            applied INTEGER NOT NULL,
            state BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX conversations_by_key ON conversations (kind, a, b);
        CREATE INDEX direct_chats_by_other ON conversations (b) WHERE kind = 2;

        -- Entries first..last of a conversation; time is that of the first.
        CREATE TABLE pages (
            id INTEGER PRIMARY KEY,
            conversation INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            time INTEGER NOT NULL,
            body BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX pages_by_sequence ON pages (conversation, epoch, first);

        -- number: the group that brought it, and its place there, so that rows after the same entry keep their order.
        CREATE TABLE presence (
            conversation INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            after INTEGER NOT NULL,
            number INTEGER NOT NULL,
            time INTEGER NOT NULL,
            payload BLOB NOT NULL,
            PRIMARY KEY (conversation, epoch, after, number)
        ) STRICT, WITHOUT ROWID;

        -- The id comes first: it is a UUIDv7, so new rows are neighbours and old ones are forgotten as one range.
        CREATE TABLE client_ids (
            id BLOB NOT NULL,
            account INTEGER NOT NULL,
            conversation INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            time INTEGER NOT NULL,
            hash INTEGER NOT NULL,
            PRIMARY KEY (id, account, conversation)
        ) STRICT, WITHOUT ROWID;

        -- Epochs that ended: their pages and presence rows are removed behind.
        CREATE TABLE ended_epochs (
            conversation INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            PRIMARY KEY (conversation, epoch)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE accounts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            folded TEXT NOT NULL UNIQUE,
            display TEXT NOT NULL,
            guest INTEGER NOT NULL,
            operator INTEGER NOT NULL,
            created INTEGER NOT NULL,
            seen INTEGER NOT NULL,
            iterations INTEGER,
            salt BLOB,
            stored_key BLOB,
            server_key BLOB
        ) STRICT;
        CREATE INDEX guests_by_seen ON accounts (seen) WHERE guest = 1;

        CREATE TABLE devices (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
            label TEXT NOT NULL,
            hash BLOB NOT NULL,
            created INTEGER NOT NULL,
            used INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX devices_by_account ON devices (account);

        CREATE TABLE secrets (
            name TEXT PRIMARY KEY,
            value BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """;
}
