using System.Text;

namespace Teahouse.Server.Admin;

/// <summary>Where the local socket for commands is: in the data folder, or, where that path is too long for a socket, in a short one noted there.</summary>
internal static class AdminSocketPath
{
    // sockaddr_un holds 108 bytes with the final 0 (Linux), 104 elsewhere.
    private const int LongestPath = 103;

    private const string Name = "admin.sock";
    private const string Note = "admin.sock.path";

    /// <summary>A path that the server may bind to; it exists for nobody else.</summary>
    public static string Prepare(string dataFolder)
    {
        var path = Path.Combine(dataFolder, Name);
        var note = Path.Combine(dataFolder, Note);
        File.Delete(path);
        File.Delete(note);
        if (Encoding.UTF8.GetByteCount(path) <= LongestPath) return path;
        var folder = Directory.CreateTempSubdirectory("teahouse-").FullName;
        File.WriteAllText(note, Path.Combine(folder, Name));
        return Path.Combine(folder, Name);
    }

    /// <summary>Where a server would have bound to.</summary>
    public static string Find(string dataFolder)
    {
        var note = Path.Combine(dataFolder, Note);
        return File.Exists(note) ? File.ReadAllText(note) : Path.Combine(dataFolder, Name);
    }

    public static void Remove(string dataFolder, string path)
    {
        File.Delete(path);
        if (Path.GetDirectoryName(path) == Path.GetFullPath(dataFolder)) return;
        Directory.Delete(Path.GetDirectoryName(path)!);
        File.Delete(Path.Combine(dataFolder, Note));
    }
}
