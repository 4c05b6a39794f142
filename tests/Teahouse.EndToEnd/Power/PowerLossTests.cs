using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Killing;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Power;

public sealed class PowerLossTests : IDisposable
{
    private const int Writers = 10;
    private const int Rooms = 3;

    /// <summary>A quarter of the cuts is as near to the end.</summary>
    private const int LastSteps = 60;

    private readonly Random _random = new(20_261_123);
    private readonly ServerFolder _folder = new();
    private readonly PowerRecord _record;
    private readonly SimulatedDisk _disk;

    public PowerLossTests()
    {
        _folder.Set("history", "messages_per_request", Crowd.PageSize);
        _record = new(_folder.Path);
        _disk = new(_folder.Path);
    }

    public void Dispose()
    {
        _record.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_echoed_before_the_power_went_away_is_there_once_and_what_was_refused_is_not()
    {
        var crowd = new Crowd(Writers, Rooms, () => _record.Length);
        for (var round = 0; round < Rounds.Of(8); round++)
        {
            await using var server = await ServerProcess.StartAsync(_folder, _record.Wrapper());
            await using var keeper = await crowd.AuditAsync(_folder.Irc, isNew: round == 0);
            // Later rounds may end before everybody is back: what is there then was there before.
            var begun = round == 0 ? _record.Length : 0;
            await crowd.WriteAsync(_random.Next(1, 600), server.KillAsync, () => LosePower(begun));
        }

        await using var last = await ServerProcess.StartAsync(_folder);
        await using var reader = await crowd.AuditAsync(_folder.Irc, isNew: false);
        await crowd.AssertEveryMessageAsync(reader);
    }

    [Fact]
    public async Task A_first_start_that_lost_its_power_at_any_moment_can_be_repeated()
    {
        List<DiskStep> steps;
        await using (var server = await ServerProcess.StartAsync(_folder, _record.Wrapper()))
        {
            await using var ann = await IrcClient.LogInAsync(_folder.Irc, "ann", Writer.Password, Writer.Capabilities, isNew: true);
            await server.KillAsync();
            steps = _record.Read();
        }

        for (var round = 0; round < Rounds.Of(8); round++)
        {
            var disk = new SimulatedDisk(_folder.Path);
            disk.Lose(steps[.._random.Next(steps.Count)], Survival.Any(_random, steps.Count));
            disk.WriteTo(_folder.Data);
            await using var server = await ServerProcess.StartAsync(_folder);
            await using var bob = await IrcClient.LogInAsync(_folder.Irc, "bob", Writer.Password, Writer.Capabilities, isNew: true);
        }
    }

    /// <returns>How much of the record was done when it happened.</returns>
    private long LosePower(long begun)
    {
        var steps = _record.Read();
        var first = steps.FindIndex(step => step.End > begun);
        var count = _random.Next(4) switch
        {
            0 => _random.Next(first, steps.Count + 1),
            1 => _random.Next(Math.Max(first, steps.Count - LastSteps), steps.Count + 1),
            _ => steps.Count,
        };
        _disk.Lose(steps[..count], Survival.Any(_random, count));
        _disk.WriteTo(_folder.Data);
        return count == 0 ? 0 : steps[count - 1].End;
    }
}
