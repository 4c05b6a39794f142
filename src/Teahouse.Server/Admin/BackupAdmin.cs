using System.Globalization;
using Teahouse.Server.Certificates;
using Teahouse.Server.Files;
using Teahouse.Server.Hosting;
using Teahouse.Storage;
using Teahouse.Storage.Folder;

namespace Teahouse.Server.Admin;

/// <summary>Copies what a server needs to come back as it was into a folder of its own: the database, files that people share, and certificates with their keys.</summary>
internal sealed class BackupAdmin(DataStore store)
{
    /// <param name="path">Absolute, of a folder that is empty or not there.</param>
    public async ValueTask<AdminAnswer> RunAsync(string path, CancellationToken cancel)
    {
        try
        {
            if (Directory.Exists(path) ? Directory.EnumerateFileSystemEntries(path).Any() : File.Exists(path))
                return AdminAnswer.Failed($"{path} is there already: name a folder that is empty or not there yet.");
            return await CopyAsync(path, cancel);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DataFolderException)
        {
            return AdminAnswer.Failed($"Nothing was backed up: {error.Message}");
        }
    }

    private async ValueTask<AdminAnswer> CopyAsync(string path, CancellationToken cancel)
    {
        var isNew = !Directory.Exists(path);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var done = false;
        try
        {
            CertificateFolder.Copy(store.Folder.Path, path);
            // It gets its name at last: a folder without a database is no backup. The files that it names are copied after it: what goes meanwhile is gone for good.
            var (part, database) = (Path.Combine(path, TeahouseStore.FileName + ".new"), Path.Combine(path, TeahouseStore.FileName));
            await store.BackUp(part, cancel);
            var files = await FileCopies.BackUpAsync(store.Files, store.Folder.Path, path, cancel);
            File.Move(part, database);
            FolderSync.Run(path);
            done = true;
            var megabytes = (new FileInfo(database).Length + files.Bytes) / 1e6;
            return AdminAnswer.Done(string.Create(CultureInfo.InvariantCulture, $"Backed up to {path} ({megabytes:0.0} MB; shared files: {files.Count})."));
        }
        finally
        {
            if (!done) Remove(path, isNew);
        }
    }

    // Only what was made here; a next try finds the folder as this one did.
    private static void Remove(string path, bool wholly)
    {
        foreach (var file in Directory.EnumerateFiles(path, TeahouseStore.FileName + "*")) File.Delete(file);
        foreach (var folder in new[] { CertificateFolder.Name, FileFolder.Name })
            if (Directory.Exists(Path.Combine(path, folder))) Directory.Delete(Path.Combine(path, folder), recursive: true);
        if (wholly) Directory.Delete(path);
    }
}
