using System.CommandLine;
using Teahouse.Server.Admin;
using Teahouse.Server.Configuration;

namespace Teahouse.Server.CommandLine;

/// <summary>Commands about accounts: done by the running server, or here if none runs.</summary>
internal static class AccountCommands
{
    private const int LongestPassword = 4096;

    public static Command Create() => new("account", "Adds, lists and removes accounts, and resets passwords.")
    {
        Add(),
        WithName(AdminCommands.Remove, "remove", "Removes an account; its name is free again."),
        WithName(AdminCommands.Reset, "reset", "Prints a link by which a new password can be set, once."),
        List(),
    };

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "The account's name." };
        var password = new Option<bool>("--password-stdin") { Description = "Read the password from standard input, to its end. Needed: a password on the command line could be read by everybody." };
        var config = TeahouseCommands.ConfigOption();
        var command = new Command("add", "Adds an account.") { name, password, config };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(password)) result.AddError("Give the password on standard input, with --password-stdin.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var configuration = TeahouseCommands.Load(parsed, config);
            var secret = await StandardInput.ReadPasswordAsync(Console.OpenStandardInput(), LongestPassword, cancel);
            return await RunAsync(parsed, configuration, new(AdminCommands.Add, parsed.GetValue(name)!, secret), cancel);
        });
        return command;
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
