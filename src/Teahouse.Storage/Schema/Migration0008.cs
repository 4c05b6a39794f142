namespace Teahouse.Storage.Schema;

/// <summary>Eras that a restore ended: 12 bytes each, the oldest first.</summary>
internal static class Migration0008
{
    public const string Sql = "ALTER TABLE conversations ADD COLUMN before BLOB NOT NULL DEFAULT (x'')";
}
