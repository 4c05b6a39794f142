using System.CommandLine;
using Teahouse.Storage;
using Teahouse.Storage.Backup;
using Teahouse.Storage.Folder;

namespace Teahouse.Server.CommandLine;

internal static class RestoreCommand
{
    private const string Certificates = "tls";

    public static Command Create()
    {
        var from = new Argument<string>("FOLDER") { Description = "What \"teahouse backup\" made." };
        var config = TeahouseCommands.ConfigOption();
        var command = new Command("restore", "Makes the data folder of a server that does not run, and has no data yet, from a backup.") { from, config };
        command.SetAction(async (parsed, cancel) =>
        {
            var backup = Path.GetFullPath(parsed.GetValue(from)!);
            using var folder = DataFolder.Lock(TeahouseCommands.Load(parsed, config).DataFolder);
            await StoreBackup.RestoreAsync(Path.Combine(backup, TeahouseStore.FileName), folder, TimeProvider.System, cancel);
            CopyCertificates(Path.Combine(backup, Certificates), folder.File(Certificates));
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Restored to {folder.Path}. What was said after the backup was made is not there; clients read the history anew.");
        });
        return command;
    }

    private static void CopyCertificates(string from, string to)
    {
        if (!Directory.Exists(from)) return;
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }
}
