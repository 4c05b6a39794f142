using System.CommandLine;
using System.Globalization;
using Teahouse.Core.Importing;
using Teahouse.Server.Hosting;
using Teahouse.Server.Importing;
using Teahouse.Storage.Folder;

namespace Teahouse.Server.CommandLine;

/// <summary>Brings the history of another chat here. The server does not run meanwhile: rooms have one owner.</summary>
internal static class ImportCommand
{
    private static readonly Sentence Runs = new(
        "服务器正在运行：请先停止它（Ctrl+C），导入之后再启动。", "The server runs: stop it (Ctrl+C), import, and start it again.");

    public static Command Create()
    {
        var from = new Argument<string>("KIND") { Description = "What it comes from: slack, mattermost, thelounge, znc or irssi." };
        from.AcceptOnlyFromAmong("slack", "mattermost", "thelounge", "znc", "irssi");
        var path = new Argument<string>("PATH") { Description = "The export: a zip, a folder, or one file." };
        var owner = new Option<string?>("--owner") { Description = "The account that new rooms belong to. Without it the first operator.", HelpName = "ACCOUNT" };
        var room = new Option<string[]>("--room") { Description = "What a room is called here, as general=#old-general; may be given several times.", HelpName = "THERE=#HERE" };
        var skip = new Option<string[]>("--skip") { Description = "A room that is left out; may be given several times.", HelpName = "THERE" };
        var withPrivate = new Option<bool>("--private") { Description = "Private channels too. They become rooms that one is invited to." };
        var zone = new Option<TimeZoneInfo>("--zone")
        {
            Description = "The time zone of logs that do not say it, such as Asia/Shanghai. Without it this machine's.",
            HelpName = "ZONE",
            DefaultValueFactory = _ => TimeZoneInfo.Local,
            CustomParser = result =>
            {
                if (TimeZoneInfo.TryFindSystemTimeZoneById(result.Tokens[0].Value, out var found)) return found;
                result.AddError($"{result.Tokens[0].Value} is no time zone, as Asia/Shanghai is.");
                return TimeZoneInfo.Utc;
            },
        };
        var look = new Option<bool>("--look") { Description = "Only say what would be imported." };
        var language = new Option<string?>("--language") { Description = "Of what is said. Without it the system's." };
        language.AcceptOnlyFromAmong("en", "zh");
        var config = TeahouseCommands.ConfigOption();
        var command = new Command("import", "Brings rooms with their history from Slack, Mattermost, The Lounge, ZNC or irssi, while the server does not run. Doing it again doubles nothing.")
        {
            from, path, owner, room, skip, withPrivate, zone, look, language, config,
        };
        command.Validators.Add(result =>
        {
            foreach (var pair in result.GetValue(room) ?? [])
                if (pair.Split('=') is not [{ Length: > 0 }, ['#', ..]]) result.AddError($"{pair} is not THERE=#HERE.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var chinese = parsed.GetValue(language) is { } chosen ? chosen == "zh" : Sentence.IsChinese(CultureInfo.CurrentUICulture);
            var times = new LocalTimes(parsed.GetValue(zone)!);
            IImportSource source = parsed.GetValue(from) switch
            {
                "slack" => new SlackExport(parsed.GetValue(withPrivate)),
                "mattermost" => new MattermostExport(parsed.GetValue(withPrivate)),
                "thelounge" => new ChatLogs(new LoungeLogs()),
                "znc" => new ChatLogs(new ZncLogs(times)),
                _ => new ChatLogs(new IrssiLogs(times)),
            };
            var names = (parsed.GetValue(room) ?? []).Select(pair => pair.Split('=')).GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => group.Last()[1]);
            var order = new ImportOrder(
                source, Path.GetFullPath(parsed.GetValue(path)!), parsed.GetValue(owner), names, (parsed.GetValue(skip) ?? []).ToHashSet(), parsed.GetValue(look));
            return await RunAsync(parsed, TeahouseCommands.Load(parsed, config), order, chinese, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Configuration.TeahouseConfiguration configuration, ImportOrder order, bool chinese, CancellationToken cancel)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var progress = new ImportProgress(errors, !Console.IsErrorRedirected, chinese);
        try
        {
            await using var store = await DataStore.OpenAsync(configuration.DataFolder, TimeProvider.System, cancel);
            var outcome = await new ImportRun(store, configuration.Engine, TimeProvider.System, progress).RunAsync(order, cancel);
            foreach (var line in ImportReport.Write(outcome, order.OnlyLook, chinese)) await output.WriteLineAsync(line);
            return 0;
        }
        catch (DataFolderLockedException)
        {
            return await FailAsync(Runs.In(chinese));
        }
        catch (ImportException refusal)
        {
            return await FailAsync(refusal.Sentence.In(chinese) + (chinese ? " 什么都没有导入。" : " Nothing was imported."));
        }
        catch (ImportFailedException failure)
        {
            return await FailAsync(chinese
                ? $"存储中断：{failure.Message}。已写入的保留；再次导入会从那里继续，不会重复。"
                : $"The store took no more: {failure.Message}. What it took stays; importing again goes on there and doubles nothing.");
        }

        async Task<int> FailAsync(string sentence)
        {
            progress.End();
            await errors.WriteLineAsync(sentence);
            return TeahouseCommands.Failed;
        }
    }
}
