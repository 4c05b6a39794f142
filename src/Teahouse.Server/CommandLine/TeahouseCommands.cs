using System.CommandLine;
using System.Net.Sockets;
using Teahouse.Check;
using Teahouse.Core.Accounts;
using Teahouse.Core.Log;
using Teahouse.Server.Configuration;
using Teahouse.Server.Hosting;
using Teahouse.Storage.Folder;

namespace Teahouse.Server.CommandLine;

/// <summary>The program's commands. Every failure is said in one sentence on standard error, and the exit code is not 0.</summary>
internal static class TeahouseCommands
{
    public const int Failed = 1;
    private const int Misused = 2;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("Teahouse: self-hosted real-time chat.")
        {
            ServeCommand.Create(),
            AccountCommands.Create(),
            ChannelCommands.Create(),
            ConfigCommands.Create(),
            PasswordCommand.Create(),
            RehashCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            ImportCommand.Create(),
            CheckCommand.Create(),
            VersionCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{parsed.Errors[0].Message} (\"teahouse --help\" shows what there is)");
            return Misused;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (ConfigurationException error)
        {
            foreach (var problem in error.Problems) await Console.Error.WriteLineAsync(problem);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped before the end.");
            return Failed;
        }
        catch (Exception error) when (error is StartupException or DataFolderException or StoreFullException or StoreClosedException or ServerException
            or IOException or UnauthorizedAccessException or SocketException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Failed;
        }
    }

    /// <summary>The option that every command has which reads the configuration.</summary>
    public static Option<string?> ConfigOption() => new("--config")
    {
        Description = $"The configuration file. Without it: {ConfigurationReader.UsualFile} in the current folder if it is there, else the defaults.",
        HelpName = "FILE",
    };

    public static TeahouseConfiguration Load(ParseResult parsed, Option<string?> option) =>
        ConfigurationReader.Load(parsed.GetValue(option), Environment.GetEnvironmentVariables());
}
