namespace Teahouse.Client.Tests;

public sealed class ServiceAnswerTests
{
    [Theory]
    [InlineData("1: phone, since 2026-03-05, last used 2026-03-06", 1, "phone")]
    [InlineData("12: 手机, since 2025, last used never, since 2026-03-05, last used 2026-03-06", 12, "手机, since 2025, last used never")]
    [InlineData("3: a device without a name, since 2026-03-05, last used 2026-03-06", 3, LinkedDevice.Unnamed)]
    public void A_line_of_the_list_of_devices_is_read(string line, int number, string label) =>
        Assert.Equal(new LinkedDevice(number, label, new(2026, 3, 5), new(2026, 3, 6)), LinkedDevice.Read(line));

    [Theory]
    [InlineData("Your account has no devices")]
    [InlineData("x: phone, since 2026-03-05, last used 2026-03-06")]
    [InlineData("1: phone, since 2026-13-05, last used 2026-03-06")]
    [InlineData("1: phone, since 2026-03-05")]
    public void Other_lines_are_none(string line) => Assert.Null(LinkedDevice.Read(line));

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
            + "@batch=d :NickServ!s@srv NOTICE ann :This removes ann for good. If you mean it: /msg NickServ DROP 1a2b3c4d\n:srv BATCH -d");
        var meant = await link.ExpectLabelledAsync("PRIVMSG NickServ :DROP 1a2b3c4d");
        link.Say($"@label={meant} :NickServ!s@srv NOTICE ann :Your account was removed");
        Assert.Null(await removing);
        Assert.Empty(await server.ReadAsync(s => s.DirectChats.ToArray()));
    }

    [Theory]
    [InlineData("Its password, which is not shown again: thd1_abc", "thd1_abc")]
    [InlineData("The password is set. If the password is ever forgotten, this code sets a new one, once; it is not shown again: K7QF-2", "K7QF-2")]
    [InlineData("The password is set", null)]
    public void What_is_shown_only_once_is_found(string said, string? secret) => Assert.Equal(secret, new ServiceAnswer(["Hello", said]).Secret);
}
