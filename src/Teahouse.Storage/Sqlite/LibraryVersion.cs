using SQLitePCL;

namespace Teahouse.Storage.Sqlite;

/// <summary>Older libraries lose committed writes when the write-ahead log starts over (fixed in SQLite 3.51.3).</summary>
internal static class LibraryVersion
{
    public static readonly Version Oldest = new(3, 51, 3);

    private static readonly Lazy<string> _loaded = new(() =>
    {
        Batteries_V2.Init();
        return raw.sqlite3_libversion().utf8_to_string();
    });

    /// <summary>The version of the library that this process uses; it is loaded by the first call.</summary>
    public static string Loaded => _loaded.Value;

    /// <summary>Why this library cannot be used, or null.</summary>
    public static string? Refusal(string version) => Version.TryParse(version, out var parsed) && parsed >= Oldest
        ? null
        : $"The SQLite library is {version}, but {Oldest} or newer is needed: older ones can lose committed messages.";
}
