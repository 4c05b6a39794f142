using Teahouse.Core.Accounts;
using Teahouse.Core.Conversations;
using Teahouse.Core.History;
using Teahouse.Core.Log;

namespace Teahouse.Core.Tests.History;

public sealed class ExpiryClockTests
{
    private const long Begin = 1_800_000_000_000;
    private const long Hour = 60 * 60 * 1000;
    private const long Day = 24 * Hour;

    private readonly MemorySecretStore _kept = new();
    private readonly WallClock _time = new(Begin);

    private async Task<ExpiryClock> LoadAsync()
    {
        var clock = new ExpiryClock(_kept, _time);
        await clock.LoadAsync(default);
        return clock;
    }

    [Fact]
    public async Task It_goes_with_the_clock()
    {
        var clock = await LoadAsync();
        Assert.Equal(Begin, await clock.MoveAsync());
        _time.Pass(TimeSpan.FromHours(1));
        Assert.Equal(Begin + Hour, await clock.MoveAsync());
    }

    [Fact]
    public async Task It_follows_a_clock_that_is_set_back_at_once()
    {
        var clock = await LoadAsync();
        _time.Wall -= Hour;
        Assert.Equal(Begin - Hour, await clock.MoveAsync());
    }

    [Fact]
    public async Task It_gains_two_hours_in_one_at_most_also_over_restarts()
    {
        await (await LoadAsync()).MoveAsync();
        _time.Wall += 10 * Day;
        var clock = await LoadAsync();
        Assert.Equal(Begin, await clock.MoveAsync());
        _time.Pass(TimeSpan.FromHours(1));
        Assert.Equal(Begin + (2 * Hour), await clock.MoveAsync());
        clock = await LoadAsync();
        _time.Pass(TimeSpan.FromHours(1));
        Assert.Equal(Begin + (4 * Hour), await clock.MoveAsync());
        // It catches up with a clock that is right.
        _time.Pass(TimeSpan.FromDays(20));
        Assert.Equal(_time.Wall, await clock.MoveAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_clock_that_is_ten_days_ahead_for_some_hours_lets_nothing_of_today_expire(bool restarts)
    {
        await using var log = new MemoryMessageLog();
        var head = await log.TakeAsync(ConversationKey.Direct("a", "b"));
        await log.AppendAsync(new Append(head.Id, head.OwnerEpoch, 0, [new LogEntry(1, Begin, new byte[1])]));
        var expiry = await BeginAsync(log);
        await expiry.StepAsync();
        _time.Wall += 10 * Day;
        for (var hour = 0; hour < 5; hour++)
        {
            if (restarts) expiry = await BeginAsync(log);
            await expiry.StepAsync();
            _time.Pass(TimeSpan.FromHours(1));
        }
        _time.Wall -= 10 * Day;
        expiry = await BeginAsync(log);
        await expiry.StepAsync();
        Assert.Equal(1, (await log.HeadAsync(head.Id)).OldestSequence);

        // It goes when it is time.
        for (var hour = 0; hour < 7 * 24; hour++)
        {
            Assert.Equal(1, (await log.HeadAsync(head.Id)).OldestSequence);
            if (_time.Wall > Begin + (7 * Day) - Hour) break;
            _time.Pass(TimeSpan.FromHours(1));
            await expiry.StepAsync();
        }
        _time.Pass(TimeSpan.FromHours(2));
        await expiry.StepAsync();
        Assert.Equal(2, (await log.HeadAsync(head.Id)).OldestSequence);
    }

    private async Task<Expiry> BeginAsync(MemoryMessageLog log) =>
        new(log, new Retention(7, 0), await LoadAsync(), _time, _ => ValueTask.FromResult(false), _ => { });
}
