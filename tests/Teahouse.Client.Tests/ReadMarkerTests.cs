namespace Teahouse.Client.Tests;

/// <summary>How far one has read, shared by one's devices.</summary>
public sealed class ReadMarkerTests
{
    private const string Capabilities = FakeServer.AllCapabilities + " draft/read-marker";

    [Fact]
    public async Task What_another_device_has_read_is_read_here()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await InTeaAsync(server, "timestamp=2026-05-01T11:00:01.000Z");
        Assert.Equal(2, await server.ReadAsync(s => s.FindRoom("#tea")!.UnreadCount));
        link.Say(":srv MARKREAD #tea timestamp=2026-05-01T11:00:02.000Z");
        await link.BarrierAsync();
        Assert.Equal(1, await server.ReadAsync(s => s.FindRoom("#tea")!.UnreadCount));
        // Nobody has unread what he has read.
        link.Say(":srv MARKREAD #tea timestamp=2026-05-01T11:00:01.000Z\n:srv MARKREAD #tea *\n:srv MARKREAD #tea nonsense\n:srv MARKREAD #none *");
        await link.BarrierAsync();
        Assert.Equal(1, await server.ReadAsync(s => s.FindRoom("#tea")!.UnreadCount));
    }

    [Fact]
    public async Task What_is_read_here_is_told_once_and_what_is_read_soon_after_a_little_later()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await InTeaAsync(server, "timestamp=2026-05-01T11:00:01.000Z");
        await ReadAsync(server);
        var label = await link.ExpectLabelledAsync("MARKREAD #tea timestamp=2026-05-01T11:00:03.000Z");
        link.Say($"@label={label} :srv MARKREAD #tea timestamp=2026-05-01T11:00:03.000Z");
        await ReadAsync(server);
        link.Say(FakeServer.Entry(4));
        await link.BarrierAsync();
        await ReadAsync(server);
        await link.BarrierAsync();
        server.Time.Advance(TimeSpan.FromSeconds(2));
        await link.ExpectLabelledAsync("MARKREAD #tea timestamp=2026-05-01T11:00:04.000Z");
    }

    [Fact]
    public async Task Where_nothing_was_read_yet_the_other_devices_learn_when_one_came()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await InTeaAsync(server, "*");
        Assert.Equal(0, await server.ReadAsync(s => s.FindRoom("#tea")!.UnreadCount));
        await link.ExpectLabelledAsync("MARKREAD #tea timestamp=2026-05-01T12:00:00.000Z");
    }

    [Fact]
    public async Task A_direct_chat_is_asked_for()
    {
        await using var server = new FakeServer();
        var link = await server.WelcomeAsync(Capabilities);
        var (targets, _) = await link.NextLabelledAsync();
        link.Say($"@label={targets} :srv BATCH +t draft/chathistory-targets\n@batch=t :srv CHATHISTORY TARGETS bob 2026-05-01T11:00:00.000Z\n:srv BATCH -t");
        await link.NextLabelledAsync();
        var label = await link.ExpectLabelledAsync("MARKREAD bob");
        link.Say($"@label={label} :srv MARKREAD bob timestamp=2026-05-01T10:00:00.000Z");
        await link.BarrierAsync();
        Assert.Equal(10, await server.ReadAsync(s => s.FindChat("bob")!.ReadPosition!.Time.Hour));
    }

    private static async Task<FakeLink> InTeaAsync(FakeServer server, string marker)
    {
        var link = await server.WelcomeAsync(Capabilities);
        await link.ExpectAsync("JOIN #tea");
        await FakeServer.NoTargetsAsync(link);
        link.Say($":ann!a@h JOIN #tea\n:srv MARKREAD #tea {marker}");
        var (label, _) = await link.NextLabelledAsync();
        FakeServer.Answer(link, label, FakeServer.Entry(1), FakeServer.Entry(2), FakeServer.Entry(3));
        await server.UntilAsync(s => s.FindRoom("#tea")!.Attachment == Attachment.Current);
        return link;
    }

    private static Task<bool> ReadAsync(FakeServer server) => server.ReadAsync(s =>
    {
        server.Client.MarkRead(s.FindRoom("#tea")!);
        return true;
    });
}
