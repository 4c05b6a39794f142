namespace Teahouse.Storage.Schema;

/// <summary>Files that go with a message which is being taken away.</summary>
internal static class Migration0012
{
    public const string Sql = """
        CREATE TABLE files_leaving (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL,
            conversation INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            noted INTEGER NOT NULL
        ) STRICT;
        """;
}
