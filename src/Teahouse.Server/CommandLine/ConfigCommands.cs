using System.CommandLine;
using Teahouse.Server.Configuration;

namespace Teahouse.Server.CommandLine;

internal static class ConfigCommands
{
    public static Command Create()
    {
        var check = new Command("check", "Says whether the configuration can be used, and what is wrong if not.");
        var config = TeahouseCommands.ConfigOption();
        check.Options.Add(config);
        check.SetAction(parsed =>
        {
            TeahouseCommands.Load(parsed, config);
            parsed.InvocationConfiguration.Output.WriteLine("ok");
        });
        var sample = new Command("sample", "Prints a configuration file with every key, its default and what it means.");
        var markdown = new Option<bool>("--markdown") { Description = "Print it as the tables of docs/operating.md." };
        sample.Options.Add(markdown);
        sample.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(
            parsed.GetValue(markdown) ? ConfigurationDocument.Write() : ConfigurationSample.Write()));
        return new Command("config", "Checks the configuration, or shows how one is written.") { check, sample };
    }
}
