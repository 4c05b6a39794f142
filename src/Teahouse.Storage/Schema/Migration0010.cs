namespace Teahouse.Storage.Schema;

/// <summary>Which accounts were last used by bots.</summary>
internal static class Migration0010
{
    public const string Sql = """
        ALTER TABLE accounts ADD COLUMN bot INTEGER NOT NULL DEFAULT 0;
        """;
}
