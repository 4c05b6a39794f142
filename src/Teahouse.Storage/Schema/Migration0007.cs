namespace Teahouse.Storage.Schema;

/// <summary>How much clients that cannot ask for history are told of what they missed.</summary>
internal static class Migration0007
{
    public const string Sql = """
        ALTER TABLE accounts ADD COLUMN autoreplay INTEGER NOT NULL DEFAULT 100;
        """;
}
