using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Teahouse.Check;
using Teahouse.Check.Faults;
using Teahouse.Check.Reporting;
using Teahouse.Server.Checking;

namespace Teahouse.Server.CommandLine;

/// <summary>Checks a chat server, this one or any other, for lost, doubled and reordered messages.</summary>
internal static class CheckCommand
{
    /// <summary>The exit code for findings; the usual one is for a check that could not be done.</summary>
    private const int Found = 3;

    public static Command Create()
    {
        var server = new Argument<string?>("HOST:PORT") { Description = "Where the server takes IRC. Without it a server of this program is started, with data that are thrown away.", Arity = ArgumentArity.ZeroOrOne };
        var tls = new Option<bool>("--tls") { Description = "Speak TLS. Any certificate is accepted: whoever answers there gets the passwords, --server-password too." };
        var start = new Option<string?>("--start") { Description = "The command line that starts the server, so that it can be killed.", HelpName = "COMMAND" };
        var kill = Duration("--kill-every", "Kills the server (SIGKILL) and starts it again, so often on average.");
        var clients = Number("--clients", "How many clients.", 10, 1_000);
        var rooms = Number("--rooms", "How many rooms; each client is in two. Without it one for five clients.", 0, 1_000);
        var messages = Number("--messages", "How many messages are written in all.", 2_000, 100_000_000);
        var duration = Duration("--for", "Nothing is written any more after this time.");
        var faults = new Option<FaultKinds>("--faults")
        {
            Description = "What happens to connections: all, none, or some of cut,reset,half-open,stall,drip.",
            HelpName = "KINDS",
            DefaultValueFactory = _ => FaultKinds.All,
            CustomParser = result => FaultNames.TryParse(result.Tokens[0].Value, out var kinds) ? kinds : Wrong<FaultKinds>(result, "all, none, or some of cut,reset,half-open,stall,drip"),
        };
        var seed = new Option<int?>("--seed") { Description = "The same seed makes the same plan of faults and kills. Without it a random one, which the report names.", HelpName = "N" };
        var password = new Option<string?>("--server-password") { Description = "For PASS, where the server wants one.", HelpName = "WORD" };
        var json = new Option<string?>("--json") { Description = "Write the report as JSON to this file too; \"-\": to standard output, instead.", HelpName = "FILE" };
        var language = new Option<string?>("--language") { Description = "Of the report. Without it the system's." };
        language.AcceptOnlyFromAmong("en", "zh");
        var command = new Command("check", "Checks an IRC server, this one or any other: nothing lost, nothing twice, one order, also when connections fail and the server is killed.")
        {
            server, tls, start, kill, clients, rooms, messages, duration, faults, seed, password, json, language,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(kill) is not null && result.GetValue(server) is not null && result.GetValue(start) is null)
                result.AddError("--kill-every needs --start: who kills the server must know how to start it.");
            if (result.GetValue(server) is { } text && !ServerAddress.TryParse(text, out _))
                result.AddError($"{text} is not HOST:PORT.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            await using var own = parsed.GetValue(server) is null ? new OwnServer() : null;
            var options = new CheckOptions
            {
                Server = own is not null ? own.Address : ServerAddress.Parse(parsed.GetValue(server)!),
                Tls = own is null && parsed.GetValue(tls),
                Start = own?.Command ?? parsed.GetValue(start),
                KillEvery = parsed.GetValue(kill),
                Clients = parsed.GetValue(clients),
                Rooms = parsed.GetValue(rooms),
                Messages = parsed.GetValue(messages),
                Duration = parsed.GetValue(duration),
                Faults = parsed.GetValue(faults),
                Seed = parsed.GetValue(seed) ?? RandomNumberGenerator.GetInt32(int.MaxValue),
                Password = parsed.GetValue(password),
            };
            using var stop = new StopSignals(cancel);
            var report = await CheckRun.RunAsync(options, TimeProvider.System, new ProgressLine(parsed.InvocationConfiguration.Error), stop.Token);
            await WriteAsync(report, parsed.GetValue(json), Texts(parsed.GetValue(language)), parsed.InvocationConfiguration.Output);
            return report.IsGood ? 0 : Found;
        });
        return command;
    }

    private static async Task WriteAsync(CheckReport report, string? json, ReportTexts texts, TextWriter output)
    {
        if (json == "-") await output.WriteLineAsync(ReportJson.Write(report));
        else await output.WriteAsync(ReportText.Write(report, texts));
        if (json is not null and not "-") await File.WriteAllTextAsync(json, ReportJson.Write(report) + "\n");
    }

    private static ReportTexts Texts(string? language) => language switch
    {
        "zh" => ReportTexts.Chinese,
        "en" => ReportTexts.English,
        _ => ReportTexts.For(CultureInfo.CurrentUICulture),
    };

    private static Option<TimeSpan?> Duration(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result => DurationText.TryParse(result.Tokens[0].Value, out var duration) ? duration : Wrong<TimeSpan?>(result, "a time such as 500ms, 5s or 2m"),
    };

    private static Option<int> Number(string name, string description, int usual, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var number && (number < Math.Min(usual, 1) || number > most))
                result.AddError($"{name} is a number from {Math.Min(usual, 1)} to {most}.");
        });
        return option;
    }

    private static T Wrong<T>(System.CommandLine.Parsing.ArgumentResult result, string wanted)
    {
        result.AddError($"\"{result.Tokens[0].Value}\" is not {wanted}.");
        return default!;
    }
}
