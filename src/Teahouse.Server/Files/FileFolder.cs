using System.IO.Pipelines;
using Teahouse.Core.Files;
using Teahouse.Storage.Folder;

namespace Teahouse.Server.Files;

/// <summary>What is in the files: each under its key, in <c>files/</c> of the data folder. Names that people give are not used here.</summary>
internal sealed class FileFolder(string path)
{
    /// <summary>Its name in the data folder, and in a backup.</summary>
    public const string Name = "files";

    private const string SmallExtension = ".small";

    /// <summary>Bytes that are free where they lie.</summary>
    public long Free()
    {
        Directory.CreateDirectory(path);
        return new DriveInfo(path).AvailableFreeSpace;
    }

    /// <summary>How much of a file is here; 0 if nothing is.</summary>
    public long Length(string key) => new FileInfo(PathOf(key)) is { Exists: true } file ? file.Length : 0;

    public string PathOf(string key) => Path.Combine(path, key[..2], key);

    /// <summary>Its small picture, or null.</summary>
    public string? SmallOf(string key) => File.Exists(PathOf(key) + SmallExtension) ? PathOf(key) + SmallExtension : null;

    /// <summary>The first bytes; null if it is no more.</summary>
    public byte[]? Head(string key) => HeadOf(PathOf(key));

    /// <summary>Those of its small picture.</summary>
    public byte[]? SmallHead(string key) => HeadOf(PathOf(key) + SmallExtension);

    /// <summary>
    /// Writes what comes behind what is there, and not more than <paramref name="most"/> bytes in all; the length then, or -1 if more came.
    /// When the body breaks off, what came of it stays.
    /// </summary>
    public async Task<long> AppendAsync(string key, long from, long most, PipeReader body, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(key))!);
        using var file = File.OpenHandle(PathOf(key), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read | FileShare.Delete, FileOptions.Asynchronous);
        var at = from;
        while (true)
        {
            var read = await body.ReadAsync(cancel);
            foreach (var part in read.Buffer)
            {
                if (at + part.Length > most) return -1;
                await RandomAccess.WriteAsync(file, part, at, cancel);
                at += part.Length;
            }
            body.AdvanceTo(read.Buffer.End);
            if (!read.IsCompleted) continue;
            RandomAccess.FlushToDisk(file);
            return at;
        }
    }

    public async Task SetSmallAsync(string key, ReadOnlyMemory<byte> picture, CancellationToken cancel)
    {
        var part = PathOf(key) + SmallExtension + ".part";
        await File.WriteAllBytesAsync(part, picture, cancel);
        File.Move(part, PathOf(key) + SmallExtension, overwrite: true);
    }

    public void Remove(string key)
    {
        if (!Directory.Exists(Path.GetDirectoryName(PathOf(key)))) return;
        File.Delete(PathOf(key));
        File.Delete(PathOf(key) + SmallExtension);
    }

    /// <summary>The keys of all files that are here.</summary>
    public IEnumerable<string> Keys() => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Where(name => FileLinks.IsKey(name))
        : [];

    /// <summary>Copies a file, with its small picture, to where the other folder has it; nothing where it was removed meanwhile.</summary>
    public CopiedFiles CopyTo(FileFolder other, string key)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(other.PathOf(key))!);
        try
        {
            if (SmallOf(key) is { } small) Copy(small, other.PathOf(key) + SmallExtension);
            return new(1, Copy(PathOf(key), other.PathOf(key)));
        }
        catch (FileNotFoundException)
        {
            // Somebody took it away just now, or it was over.
            return default;
        }
    }

    /// <summary>Returns when the names of what was copied are on the disk.</summary>
    public void Sync()
    {
        if (!Directory.Exists(path)) return;
        foreach (var part in Directory.EnumerateDirectories(path)) FolderSync.Run(part);
        FolderSync.Run(path);
    }

    private static long Copy(string from, string to)
    {
        File.Copy(from, to, overwrite: true);
        using var copy = File.OpenHandle(to, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(copy);
        return RandomAccess.GetLength(copy);
    }

    private static byte[]? HeadOf(string file)
    {
        if (!File.Exists(file)) return null;
        using var handle = File.OpenHandle(file);
        var head = new byte[FileTypes.HeadBytes];
        return head[..RandomAccess.Read(handle, head, 0)];
    }
}
