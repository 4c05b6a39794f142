using System.CommandLine;
using Teahouse.Server.Certificates;
using Teahouse.Storage;
using Teahouse.Storage.Backup;
using Teahouse.Storage.Folder;

namespace Teahouse.Server.CommandLine;

internal static class RestoreCommand
{
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
            CertificateFolder.Copy(backup, folder.Path);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Restored to {folder.Path}. What was said after the backup was made is not there; clients read the history anew.");
        });
        return command;
    }
}
