using Teahouse.Core.Files;

namespace Teahouse.Server.Files;

/// <summary>
/// Files on their way into a backup, and back. A file that is whole never changes, so whatever the database's copy names, and nobody has removed since, is in
/// the copy that is made after it.
/// </summary>
internal static class FileCopies
{
    private const int AtOnce = 500;

    /// <summary>Copies every file that the store knows now.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="backup">A folder that is there.</param>
    public static async Task<CopiedFiles> BackUpAsync(IFileStore store, string data, string backup, CancellationToken cancel)
    {
        var (from, to) = (new FileFolder(Path.Combine(data, FileFolder.Name)), new FileFolder(Path.Combine(backup, FileFolder.Name)));
        var copied = new CopiedFiles(0, 0);
        foreach (var some in from.Keys().Chunk(AtOnce))
        {
            var unknown = (await store.UnknownAsync([.. some], cancel)).ToHashSet(StringComparer.Ordinal);
            foreach (var key in some)
                if (!unknown.Contains(key)) copied += await Task.Run(() => from.CopyTo(to, key), cancel);
        }
        to.Sync();
        return copied;
    }

    /// <summary>Copies the backup's files into a data folder; what is there already, of the same length, stays.</summary>
    public static async Task<CopiedFiles> RestoreAsync(string backup, string data, CancellationToken cancel)
    {
        var (from, to) = (new FileFolder(Path.Combine(backup, FileFolder.Name)), new FileFolder(Path.Combine(data, FileFolder.Name)));
        var copied = new CopiedFiles(0, 0);
        foreach (var key in from.Keys())
        {
            cancel.ThrowIfCancellationRequested();
            if (to.Length(key) != from.Length(key) || from.Length(key) == 0) copied += await Task.Run(() => from.CopyTo(to, key), cancel);
        }
        to.Sync();
        return copied;
    }

    /// <summary>How many files the store promises that are not in the folder as they should be.</summary>
    public static async Task<int> MissingAsync(IFileStore store, string data, CancellationToken cancel)
    {
        var folder = new FileFolder(Path.Combine(data, FileFolder.Name));
        var missing = 0;
        for (var after = ""; await store.ListAsync(after, AtOnce, cancel) is { IsEmpty: false } some; after = some[^1].Key)
            missing += some.Count(file => file.Whole && folder.Length(file.Key) != file.Size);
        return missing;
    }
}

/// <param name="Bytes">Without small pictures.</param>
internal readonly record struct CopiedFiles(int Count, long Bytes)
{
    public static CopiedFiles operator +(CopiedFiles one, CopiedFiles other) => new(one.Count + other.Count, one.Bytes + other.Bytes);
}
