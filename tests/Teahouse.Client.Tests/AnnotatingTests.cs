namespace Teahouse.Client.Tests;

/// <summary>What one sends about messages of others.</summary>
public sealed class AnnotatingTests
{
    private const string Capabilities = FakeServer.AllCapabilities + " draft/message-redaction";

    [Fact]
    public async Task A_reply_names_its_message_and_is_kept_with_it()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(1));
        await server.ReadAsync(s => server.Client.Send(s.FindRoom("#tea")!, "yes", replyTo: First(s)));
        var line = await link.NextAsync();
        Assert.Contains("+reply=m1-1", line, StringComparison.Ordinal);
        Assert.Contains("+draft/reply=m1-1", line, StringComparison.Ordinal);
        Assert.EndsWith(" PRIVMSG #tea yes", line, StringComparison.Ordinal);
        Assert.Equal("m1-1", await server.ReadAsync(s => ((TimelineMessage)s.FindRoom("#tea")!.Timeline.Items[^1]).ReplyTo));
    }

    [Theory]
    [InlineData(true, "+draft/react")]
    [InlineData(false, "+draft/unreact")]
    public async Task A_reaction_goes_out_and_shows_once_the_server_has_it(bool present, string tag)
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(1));
        var asked = await server.ReadAsync(s => server.Client.ReactAsync(s.FindRoom("#tea")!, First(s), "🍵", present));
        var line = await link.NextAsync();
        Assert.Contains($"{tag}=🍵", line, StringComparison.Ordinal);
        Assert.Contains("+draft/reply=m1-1", line, StringComparison.Ordinal);
        Assert.Empty(await server.ReadAsync(s => First(s).Reactions));
        link.Say($"{line[..line.IndexOf(' ', StringComparison.Ordinal)]};msgid=r;teahouse.chat/seq=1-2 :ann!a@h TAGMSG #tea");
        Assert.Null(await asked);
        Assert.Equal(present, await server.ReadAsync(s => First(s).Reactions.Any(r => r.IsMine)));
    }

    [Fact]
    public async Task A_redaction_that_is_refused_says_why_and_changes_nothing()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await server.WelcomeAsync(Capabilities);
        await link.ExpectAsync("JOIN #tea");
        await FakeServer.NoTargetsAsync(link);
        link.Say(":ann!a@h JOIN #tea");
        var (history, _) = await link.NextLabelledAsync();
        FakeServer.Answer(link, history, FakeServer.Entry(1, "oops", from: "ann"), FakeServer.Entry(2));
        await server.UntilAsync(s => s.FindRoom("#tea")!.Attachment == Attachment.Current);
        Assert.False(await server.ReadAsync(s => s.CanRedact(s.FindRoom("#tea")!, (TimelineMessage)s.FindRoom("#tea")!.Timeline.Items[1])));

        var asked = await server.ReadAsync(s => server.Client.RedactAsync(s.FindRoom("#tea")!, First(s)));
        var label = await link.ExpectLabelledAsync("REDACT #tea m1-1");
        link.Say($"@label={label} :srv FAIL REDACT REDACT_WINDOW_EXPIRED #tea m1-1 60 :Too late");
        Assert.Equal("REDACT_WINDOW_EXPIRED", (await asked)!.Code);
        Assert.Equal("oops", await server.ReadAsync(s => First(s).Text));
    }

    private static TimelineMessage First(ChatState state) => (TimelineMessage)state.FindRoom("#tea")!.Timeline.Items[0];
}
