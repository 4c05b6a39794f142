using Teahouse.Storage.Folder;

namespace Teahouse.Storage.Backup;

/// <summary>Files that are whole, or not there.</summary>
internal static class Durable
{
    /// <summary>Gives a finished file its name when its content is on the disk, and returns when the name is.</summary>
    /// <exception cref="IOException">It cannot be synchronized, or the name is taken.</exception>
    public static void Move(string from, string to)
    {
        using (var file = File.OpenHandle(from, FileMode.Open, FileAccess.ReadWrite)) RandomAccess.FlushToDisk(file);
        File.Move(from, to, overwrite: false);
        FolderSync.Run(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>Where nothing is, not even the folder, nothing is to be done.</summary>
    public static void Remove(string path)
    {
        if (File.Exists(path)) File.Delete(path);
    }
}
