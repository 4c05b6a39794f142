using Teahouse.Core.Log;
using Teahouse.Core.Tests.Transcripts;
using Teahouse.Protocol;

namespace Teahouse.Core.Tests.Once;

public sealed class OnceMarkTests
{
    private const long Begin = 1_800_000_000_000;
    private const long Day = 24 * 60 * 60 * 1000L;
    private const string Capabilities = "teahouse.chat/once message-tags batch echo-message labeled-response";

    private static async Task<Stage> OpenAsync(IMessageLog log)
    {
        var stage = await Stage.OpenAsync(Stage.Options with { Limits = Stage.Options.Limits with { PingSeconds = 0 } }, log);
        await stage.MakeAccountAsync("ann", guest: false);
        return stage;
    }

    private static Task SayAsync(Stage stage, long time, string answer) => Transcript.RunAsync(stage,
        $"""
        ann connects as ann with {Capabilities}
        ann joins #tea
        ann > @label=a;teahouse.chat/id={OnceId.Make(time, 1)} PRIVMSG #tea :hello
        ann < @label=a {answer}
        """);

    private static async Task LeaveAsync(Stage stage)
    {
        await stage.Find("ann")!.SendAsync("QUIT");
        await stage.Find("ann")!.CatchUpAsync();
    }

    [Fact]
    public async Task What_is_older_than_the_window_is_forgotten_and_never_taken_for_new_also_after_a_restart()
    {
        var log = new MemoryMessageLog();
        var stage = await OpenAsync(log);
        await SayAsync(stage, Begin, ":ann!* PRIVMSG #tea :hello");
        await LeaveAsync(stage);
        for (var hour = 0; hour < 7 * 24 + 2; hour++) await stage.PassAsync(TimeSpan.FromHours(1));
        Assert.Null((await log.ClientKeysAsync()).Oldest);
        await SayAsync(stage, Begin, ":* FAIL PRIVMSG ID_EXPIRED *");
        await LeaveAsync(stage);
        // The clock goes back: the mark does not.
        stage.Time.AdjustTime(DateTimeOffset.FromUnixTimeMilliseconds(Begin));
        stage = await stage.RestartAsync();
        await SayAsync(stage, Begin, ":* FAIL PRIVMSG ID_EXPIRED *");
        await stage.DisposeAsync();
    }

    [Fact]
    public async Task A_clock_that_is_ten_days_ahead_for_some_hours_makes_nothing_of_today_too_old()
    {
        var log = new MemoryMessageLog();
        await using var stage = await OpenAsync(log);
        await SayAsync(stage, Begin, ":ann!* PRIVMSG #tea :hello");
        stage.Time.AdjustTime(DateTimeOffset.FromUnixTimeMilliseconds(Begin + 10 * Day));
        await LeaveAsync(stage);
        for (var hour = 0; hour < 3; hour++) await stage.PassAsync(TimeSpan.FromHours(1));
        stage.Time.AdjustTime(DateTimeOffset.FromUnixTimeMilliseconds(Begin + Day));
        Assert.InRange((await log.ClientKeysAsync()).Mark, 1, Begin + Day / 2);
        await SayAsync(stage, Begin + Day, ":ann!* PRIVMSG #tea :hello");
        await LeaveAsync(stage);
        await SayAsync(stage, Begin + Day, ":ann!* PRIVMSG #tea :*");
    }
}
