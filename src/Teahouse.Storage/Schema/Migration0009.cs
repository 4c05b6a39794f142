namespace Teahouse.Storage.Schema;

/// <summary>Up to which time clients' ids were forgotten.</summary>
internal static class Migration0009
{
    public const string Sql = """
        -- One row; milliseconds since 1970 UTC. It only grows.
        CREATE TABLE client_id_mark (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            time INTEGER NOT NULL
        ) STRICT;
        INSERT INTO client_id_mark VALUES (1, 0);
        """;
}
