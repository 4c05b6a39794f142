using System.CommandLine;
using System.Globalization;
using Teahouse.Server.Certificates;
using Teahouse.Server.Files;
using Teahouse.Server.Hosting;
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
            var data = TeahouseCommands.Load(parsed, config).DataFolder;
            CopiedFiles files;
            using (var folder = DataFolder.Lock(data))
            {
                await StoreBackup.RestoreAsync(Path.Combine(backup, TeahouseStore.FileName), folder, TimeProvider.System, cancel);
                CertificateFolder.Copy(backup, folder.Path);
                files = await FileCopies.RestoreAsync(backup, folder.Path, cancel);
            }
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Restored to {Path.GetFullPath(data)} (shared files: {files.Count}). What was said after the backup was made is not there; clients read the history anew."));
            await using var store = await DataStore.OpenAsync(data, TimeProvider.System, cancel);
            if (await FileCopies.MissingAsync(store.Files, data, cancel) is > 0 and var missing)
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The backup lacks {missing} of the files that it names: their links lead nowhere."));
        });
        return command;
    }
}
