namespace Teahouse.Client.Tests;

public sealed class ServiceAnswerTests
{
    [Theory]
    [InlineData("DEVICE,1,2026-03-05,2026-03-06,phone", 1, "phone")]
    [InlineData("DEVICE,12,2026-03-05,2026-03-06,手机, since 2025", 12, "手机, since 2025")]
    [InlineData("DEVICE,3,2026-03-05,2026-03-06,", 3, "")]
    public void A_line_of_the_list_of_devices_is_read(string answer, int number, string label) =>
        Assert.Equal(new LinkedDevice(number, label, new(2026, 3, 5), new(2026, 3, 6)), LinkedDevice.Read(ServiceSentence.Read("1: whatever it says", answer)));

    [Theory]
    [InlineData(null)]
    [InlineData("NO_DEVICES")]
    [InlineData("DEVICE,x,2026-03-05,2026-03-06,phone")]
    [InlineData("DEVICE,1,2026-13-05,2026-03-06,phone")]
    [InlineData("DEVICE,1,2026-03-05")]
    public void Other_lines_are_none(string? answer) => Assert.Null(LinkedDevice.Read(ServiceSentence.Read("1: phone, since 2026-03-05, last used 2026-03-06", answer)));

    [Fact]
    public async Task The_account_is_removed_with_the_code_that_the_service_asks_for_and_what_it_says_is_in_no_chat()
    {
        await using var server = new FakeServer();
        var link = await server.WelcomeAsync();
        await server.UntilAsync(s => s.Connection.IsOnline);
        await FakeServer.NoTargetsAsync(link);
        var removing = await server.Client.InvokeAsync(_ => server.Client.RemoveAccountAsync());
        var asked = await link.ExpectLabelledAsync("PRIVMSG NickServ DROP");
        link.Say($"@label={asked} :srv BATCH +d labeled-response\n@batch=d :ann!a@h PRIVMSG NickServ :DROP\n"
            + "@batch=d;teahouse.chat/answer=CONFIRM_DROP,1a2b3c4d :NickServ!s@srv NOTICE ann :This removes ann for good. It says so in words.\n:srv BATCH -d");
        var meant = await link.ExpectLabelledAsync("PRIVMSG NickServ :DROP 1a2b3c4d");
        link.Say($"@label={meant};teahouse.chat/answer=ACCOUNT_REMOVED :NickServ!s@srv NOTICE ann :Gone");
        Assert.Null(await removing);
        Assert.Empty(await server.ReadAsync(s => s.DirectChats.ToArray()));
    }

    [Theory]
    [InlineData("DEVICE_ADDED,thd1_abc", "thd1_abc")]
    [InlineData("PASSWORD_SET,K7QF-2", "K7QF-2")]
    [InlineData("PASSWORD_SET", null)]
    [InlineData(null, null)]
    public void What_is_shown_only_once_is_found(string? answer, string? secret) =>
        Assert.Equal(secret, new ServiceAnswer([ServiceSentence.Read("Hello"), ServiceSentence.Read("not shown again: words", answer)]).Secret);
}
