using System.CommandLine;
using Teahouse.Server.Admin;
using Teahouse.Server.Configuration;

namespace Teahouse.Server.CommandLine;

/// <summary>Commands about accounts: done by the running server, or here if none runs.</summary>
internal static class AccountCommands
{
    public const int LongestPassword = 4096;

    public static Command Create()
    {
        var account = new Command("account", "Adds, lists, changes and removes accounts, and resets passwords.")
        {
            AccountDetailCommands.WithPassword("add", AdminCommands.Add, "Adds an account."),
            WithName(AdminCommands.Remove, "remove", "Removes an account; its name is free again."),
            WithName(AdminCommands.Reset, "reset", "Prints a link by which a new password can be set, once."),
            List(),
        };
        foreach (var detail in AccountDetailCommands.Create()) account.Subcommands.Add(detail);
        return account;
    }

    private static Command WithName(string request, string word, string description)
    {
        var name = new Argument<string>("NAME") { Description = "The account's name." };
        var config = TeahouseCommands.ConfigOption();
        var command = new Command(word, description) { name, config };
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed, TeahouseCommands.Load(parsed, config), new(request, parsed.GetValue(name)!), cancel));
        return command;
    }

    private static Command List()
    {
        var config = TeahouseCommands.ConfigOption();
        var command = new Command("list", "Lists all accounts.") { config };
        command.SetAction((parsed, cancel) => RunAsync(parsed, TeahouseCommands.Load(parsed, config), new(AdminCommands.List), cancel));
        return command;
    }

    /// <summary>Has it done, and says what came of it; the exit code.</summary>
    public static async Task<int> RunAsync(
        ParseResult parsed, TeahouseConfiguration configuration, AdminRequest request, CancellationToken cancel)
    {
        var answer = await AdminSession.RunAsync(configuration, request, TimeProvider.System, cancel);
        var output = answer.Ok ? parsed.InvocationConfiguration.Output : parsed.InvocationConfiguration.Error;
        foreach (var line in answer.Lines) await output.WriteLineAsync(line);
        return answer.Ok ? 0 : TeahouseCommands.Failed;
    }
}
