using System.Globalization;
using System.Text;

namespace Teahouse.Storage.Folder;

/// <summary>
/// The data folder, held by this process until it is disposed of. The lock is the operating system's, on the file <c>lock</c>,
/// so it ends with the process, however that ends.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    /// <summary>Absolute.</summary>
    public string Path { get; }

    /// <summary>Makes the folder if it is missing (for its owner's eyes only) and locks it.</summary>
    /// <exception cref="DataFolderLockedException">Another process holds it.</exception>
    /// <exception cref="DataFolderException">It cannot be made or written to.</exception>
    public static DataFolder Lock(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            Make(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"The data folder {path} cannot be made: {error.Message}", error);
        }
        var file = System.IO.Path.Combine(path, "lock");
        FileStream held;
        try
        {
            held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new DataFolderException($"The data folder {path} is not writable.", error);
        }
        catch (IOException error)
        {
            if (!IsSharing(error)) throw new DataFolderException($"The data folder {path} is not writable: {error.Message}", error);
            throw new DataFolderLockedException(path, Holder(file), error);
        }
        try
        {
            held.SetLength(0);
            held.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n"));
            return new DataFolder(path, held);
        }
        catch (IOException error)
        {
            held.Dispose();
            throw new DataFolderException($"The data folder {path} is not writable: {error.Message}", error);
        }
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _lock.Dispose();

    /// <summary>What is kept in it is lost with its name: that is on the disk before anything else is.</summary>
    private static void Make(string path)
    {
        var missing = new Stack<string>();
        for (var folder = path; folder is not null && !Directory.Exists(folder); folder = System.IO.Path.GetDirectoryName(folder)) missing.Push(folder);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var folder in missing) FolderSync.Run(System.IO.Path.GetDirectoryName(folder)!);
    }

    // ERROR_SHARING_VIOLATION on Windows; on Unix the runtime answers EWOULDBLOCK of flock, which Linux and macOS number differently.
    private static bool IsSharing(IOException error) =>
        error.GetType() == typeof(IOException) && (error.HResult & 0xffff) is 32 or 11 or 35;

    private static int? Holder(string file)
    {
        try
        {
            using var other = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(other, Encoding.ASCII);
            return int.TryParse(reader.ReadLine(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : null;
        }
        catch (IOException)
        {
            // Windows lets nobody read a file that is held: then the holder stays unknown.
            return null;
        }
    }
}
