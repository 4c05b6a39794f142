namespace Teahouse.Storage;

/// <summary>What the store can be told; the defaults are measured ones (docs/adr/0001-message-log.md).</summary>
public sealed record StoreOptions
{
    /// <summary>Bytes of unwritten entries in memory from which pages are written behind.</summary>
    public long TailBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bytes of unwritten entries at which appends wait for pages to be written; as many may wait, then appends fail.</summary>
    public long MostTailBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How long an entry waits at most, on a quiet server, before it is written to a page.</summary>
    public TimeSpan TailAge { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Conversations kept in memory while nothing of them is unwritten.</summary>
    public int CachedConversations { get; init; } = 20_000;

    /// <summary>Connections that read at the same time.</summary>
    public int Readers { get; init; } = 4;

    /// <summary>Bytes of the write-ahead log from which it is copied into the database file.</summary>
    public long CheckpointBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>SQLite's operating system layer: tests put one that fails here.</summary>
    internal string? Vfs { get; init; }

    /// <summary>The most pages that the database file may have; tests fill the disk by it. 0: no limit.</summary>
    internal int MostDatabasePages { get; init; }
}
