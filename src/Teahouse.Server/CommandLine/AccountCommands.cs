using System.CommandLine;

namespace Teahouse.Server.CommandLine;

internal static class AccountCommands
{
    public static Command Create() => new("account", "Adds, lists, removes accounts, and resets passwords.");
}
