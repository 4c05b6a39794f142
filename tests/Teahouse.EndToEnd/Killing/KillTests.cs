using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Killing;

public sealed class KillTests
{
    private const int Writers = 50;
    private const int Rooms = 5;

    private readonly Random _random = new(20_251_123);

    [Fact]
    public async Task What_was_echoed_before_the_server_was_killed_is_in_the_history_once_and_in_order()
    {
        using var folder = new ServerFolder();
        folder.Set("history", "messages_per_request", Crowd.PageSize);
        var crowd = new Crowd(Writers, Rooms);
        for (var round = 0; round < Rounds.Of(20); round++)
        {
            await using var server = await ServerProcess.StartAsync(folder);
            await using var keeper = await crowd.AuditAsync(folder.Irc, isNew: round == 0);
            await crowd.WriteAsync(_random.Next(1, 2_500), server.KillAsync);
        }

        await using var last = await ServerProcess.StartAsync(folder);
        await using var reader = await crowd.AuditAsync(folder.Irc, isNew: false);
        await crowd.AssertEveryMessageAsync(reader);
    }
}
