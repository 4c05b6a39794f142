using System.CommandLine;
using Teahouse.Server.Admin;

namespace Teahouse.Server.CommandLine;

internal static class BackupCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder that is empty or not there yet." };
        var config = TeahouseCommands.ConfigOption();
        var command = new Command("backup", "Copies all that a server keeps into a folder, while the server goes on.") { folder, config };
        command.SetAction((parsed, cancel) => AccountCommands.RunAsync(
            parsed, TeahouseCommands.Load(parsed, config), new(AdminCommands.BackUp) { Value = Path.GetFullPath(parsed.GetValue(folder)!) }, cancel));
        return command;
    }
}
