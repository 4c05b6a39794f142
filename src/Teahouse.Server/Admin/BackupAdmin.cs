using System.Globalization;
using Teahouse.Server.Hosting;
using Teahouse.Storage;
using Teahouse.Storage.Folder;

namespace Teahouse.Server.Admin;

/// <summary>Copies what a server needs to come back as it was into a folder of its own: the database, and certificates with their keys.</summary>
internal sealed class BackupAdmin(DataStore store)
{
    /// <summary>Made by the program for itself, and small.</summary>
    private static readonly string[] Beside = ["tls"];

    /// <param name="path">Absolute, of a folder that is empty or not there.</param>
    public async ValueTask<AdminAnswer> RunAsync(string path, CancellationToken cancel)
    {
        try
        {
            if (Directory.Exists(path) ? Directory.EnumerateFileSystemEntries(path).Any() : File.Exists(path))
                return AdminAnswer.Failed($"{path} is there already: name a folder that is empty or not there yet.");
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var folder in Beside) CopyFolder(folder, path);
            // Last: a folder without a database is no backup.
            var database = Path.Combine(path, TeahouseStore.FileName);
            await store.BackUp(database, cancel);
            return AdminAnswer.Done(string.Create(CultureInfo.InvariantCulture, $"Backed up to {path} ({new FileInfo(database).Length / 1e6:0.0} MB)."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DataFolderException)
        {
            return AdminAnswer.Failed($"Nothing was backed up: {error.Message}");
        }
    }

    private void CopyFolder(string name, string path)
    {
        var from = store.Folder.File(name);
        if (!Directory.Exists(from)) return;
        var to = Directory.CreateDirectory(Path.Combine(path, name)).FullName;
        // With their permissions: keys stay their owner's.
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
