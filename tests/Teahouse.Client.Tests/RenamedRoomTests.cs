namespace Teahouse.Client.Tests;

/// <summary>A room gets another name while one is away, or while one is writing.</summary>
public sealed class RenamedRoomTests
{
    [Fact]
    public async Task A_room_that_got_another_name_while_one_was_away_is_joined_by_that()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.WelcomeAsync();
        await link.ExpectAsync("JOIN #tea");
        await FakeServer.NoTargetsAsync(link);
        var room = await server.ReadAsync(s => s.Rooms[0]);
        link.Say(":srv FAIL JOIN CHANNEL_RENAMED #tea #green :The channel has been renamed");
        await link.ExpectAsync("JOIN #green");
        Assert.Equal(("#green", null), await server.ReadAsync(s => (s.Rooms.Single(r => r == room).Name, room.Problem)));
    }

    [Fact]
    public async Task Where_one_is_in_the_renamed_room_already_there_is_only_that()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.WelcomeAsync();
        await link.ExpectAsync("JOIN #tea");
        await FakeServer.NoTargetsAsync(link);
        var told = new List<(string, string)>();
        await server.ReadAsync(s =>
        {
            s.Renamed += (conversation, before) => told.Add((before, conversation.Name));
            return true;
        });
        link.Say(":ann!a@h JOIN #green\n:srv FAIL JOIN CHANNEL_RENAMED #tea #green :The channel has been renamed");
        await server.UntilAsync(s => s.Rooms is [{ Name: "#green", IsJoined: true }]);
        Assert.Equal([("#tea", "#green")], await server.ReadAsync(_ => told.ToArray()));
    }

    [Fact]
    public async Task A_message_that_came_too_late_for_the_old_name_goes_again_to_the_new_one()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync();
        await server.ReadAsync(s => server.Client.Send(s.FindRoom("#tea")!, "hello"));
        var label = await link.ExpectLabelledAsync("PRIVMSG #tea hello");
        link.Say($":bob!b@h RENAME #tea #green :\n@label={label} :srv 403 ann #tea :No such channel");
        label = await link.ExpectLabelledAsync("PRIVMSG #green hello");
        link.Say($"@label={label};time=2026-05-01T12:00:01.000Z;msgid=m1 :ann!a@h PRIVMSG #green hello");
        await server.UntilAsync(s => s.FindRoom("#green")?.Timeline.Items.OfType<TimelineMessage>().Single() is { Delivery: Delivery.Stored, Text: "hello" });
    }

    [Fact]
    public async Task Asking_for_another_name_ends_with_the_answer()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync();
        var renaming = await server.ReadAsync(s => server.Client.RenameAsync(s.FindRoom("#tea")!, "#milk"));
        link.Say($"@label={await link.ExpectLabelledAsync("RENAME #tea #milk")} :srv FAIL RENAME CHANNEL_NAME_IN_USE #tea #milk :Taken");
        Assert.Equal("CHANNEL_NAME_IN_USE", (await renaming.WaitAsync(FakeLink.Patience))?.Code);
        renaming = await server.ReadAsync(s => server.Client.RenameAsync(s.FindRoom("#tea")!, "#green"));
        link.Say($"@label={await link.ExpectLabelledAsync("RENAME #tea #green")} :ann!a@h RENAME #tea #green :");
        Assert.Null(await renaming.WaitAsync(FakeLink.Patience));
    }
}
