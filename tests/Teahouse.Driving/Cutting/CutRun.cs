using System.Diagnostics;
using System.Globalization;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Cutting;

/// <summary>Two people write in two browsers while their networks break again and again; then everything is compared with the history.</summary>
internal static class CutRun
{
    private const string Room = "#lobby";
    private const string Capabilities = "message-tags batch labeled-response server-time draft/chathistory teahouse.chat/seq";
    private const string End = "that is all";
    private const int Page = 100;

    // How long one is away, in milliseconds.
    private const int ShortestAway = 500;
    private const int LongestAway = 4000;

    /// <param name="tell">Is told after each cut how far it is.</param>
    public static async Task<CutReport> RunAsync(CutPlan plan, Action<string> tell)
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var one = await CutWriter.EnterAsync(folder, "林一", "zh-CN");
        await using var two = await CutWriter.EnterAsync(folder, "Marta", "en");
        CutWriter[] writers = [one, two];
        // Somebody whose network holds, and who only listens.
        await using var listener = await IrcClient.ConnectAsync(folder.Irc, "listener", Capabilities);
        await listener.JoinAsync(Room);

        var watch = Stopwatch.StartNew();
        var listening = ListenAsync(listener);
        using var enough = new CancellationTokenSource();
        var writing = Task.WhenAll(writers.Select(writer => writer.WriteAsync(plan.Pause, enough.Token)));
        var report = await CutAsync(plan, writers, watch, tell);
        await enough.CancelAsync();
        await writing;

        string[] last = [one.Written[^1], two.Written[^1]];
        foreach (var writer in writers) await writer.SettleAsync(last);
        await using var reader = await IrcClient.ConnectAsync(folder.Irc, "reader", Capabilities);
        await reader.JoinAsync(Room);
        var history = (await History.ReadAsync(reader, Room, null, Page)).Where(entry => entry.Text.Length > 0).Select(entry => entry.Text).ToList();
        var judge = new CutJudge(history);
        judge.Wrote(writers.Select(writer => writer.Written));
        foreach (var writer in writers) await writer.BeJudgedAsync(judge);
        await reader.SendAsync($"PRIVMSG {Room} :{End}");
        judge.SawAll("the listener", await listening);
        return report with { Took = watch.Elapsed, Written = writers.Sum(writer => writer.Written.Count), Stored = history.Count, Looks = writers.Sum(writer => writer.Looks), Findings = judge.Findings };
    }

    private static async Task<CutReport> CutAsync(CutPlan plan, CutWriter[] writers, Stopwatch watch, Action<string> tell)
    {
        var random = new Random(plan.Seed);
        using var ticks = new PeriodicTimer(plan.Every);
        var (cuts, silent, unnoticed) = (0, 0, 0);
        while (watch.Elapsed < plan.Length)
        {
            await ticks.WaitForNextTickAsync();
            foreach (var writer in writers) await writer.LookAsync();
            CutWriter[] met = random.Next(4) switch { 0 => [writers[0]], 1 => [writers[1]], _ => writers };
            var (isSilent, isNoticed) = (random.Next(3) == 0, random.Next(4) != 0);
            foreach (var writer in met) await writer.LoseAsync(isSilent, isNoticed);
            using var away = new PeriodicTimer(TimeSpan.FromMilliseconds(random.Next(ShortestAway, LongestAway)));
            await away.WaitForNextTickAsync();
            foreach (var writer in met) await writer.FindAsync();
            cuts++;
            if (isSilent) silent++;
            if (!isNoticed) unnoticed++;
            tell(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed:hh\\:mm\\:ss}  {cuts} cuts, {writers.Sum(writer => writer.Written.Count)} messages written"));
        }
        return new(watch.Elapsed, cuts, silent, unnoticed, 0, 0, 0, []);
    }

    private static async Task<List<string>> ListenAsync(IrcClient listener)
    {
        var texts = new List<string>();
        while (true)
        {
            var message = await listener.ExpectAsync("PRIVMSG");
            if (message[1] == End) return texts;
            texts.Add(message[1]);
        }
    }
}
