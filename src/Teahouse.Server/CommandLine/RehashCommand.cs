using System.CommandLine;
using Teahouse.Server.Admin;

namespace Teahouse.Server.CommandLine;

internal static class RehashCommand
{
    public static Command Create()
    {
        var config = TeahouseCommands.ConfigOption();
        var command = new Command("rehash", "Has the running server read its configuration again, as SIGHUP and the operators' REHASH do.") { config };
        command.SetAction((parsed, cancel) =>
            AccountCommands.RunAsync(parsed, TeahouseCommands.Load(parsed, config), new(AdminCommands.ReadConfiguration), cancel));
        return command;
    }
}
