using System.CommandLine;
using System.Reflection;

namespace Teahouse.Server.CommandLine;

internal static class VersionCommand
{
    /// <summary>As the project says it, with the commit if the build knew it.</summary>
    public static string Version { get; } =
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static Command Create()
    {
        var command = new Command("version", "Prints the program's version.");
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.WriteLine($"teahouse {Version}"));
        return command;
    }
}
