using Teahouse.Server.Admin;
using Teahouse.Server.Tests.Hosting;
using static Teahouse.Server.Tests.Admin.AdminRequests;

namespace Teahouse.Server.Tests.Admin;

public sealed class AccountAdminTests
{
    private const string Plain = "[[listen]]\naddress = \"127.0.0.1:0\"\n";
    private static readonly string Fingerprint = new('a', 64);

    [Fact]
    public async Task An_accounts_password_keep_online_and_certificates_are_changed_and_shown()
    {
        await using var server = await TestServer.StartAsync(Plain);
        await SendAsync(server, new(AdminCommands.Add, "ann", "a password"));

        var set = (await SendAsync(server, new(AccountAdmin.Password, "ann", "another password"))).Lines;
        Assert.Equal("The password of ann is set.", set[0]);
        Assert.StartsWith("If the password is ever forgotten", set[1], StringComparison.Ordinal);
        Assert.Equal("keep-online of ann is on.", await DoneAsync(server, new(AccountAdmin.KeepOnline, "ann") { Value = "on" }));
        Assert.Equal($"{Fingerprint} logs in to ann.", await DoneAsync(server, new(AccountAdmin.CertAdd, "ann") { Value = Fingerprint.ToUpperInvariant() }));
        Assert.StartsWith(Fingerprint, await DoneAsync(server, new(AccountAdmin.CertList, "ann")), StringComparison.Ordinal);
        var info = (await SendAsync(server, new(AccountAdmin.Info, "ANN"))).Lines;
        Assert.Equal("ann", info[0]);
        Assert.Contains("keep-online:  on", info);
        Assert.Contains("certificates: 1", info);
        Assert.Equal("The certificate logs in no more.", await DoneAsync(server, new(AccountAdmin.CertRemove, "ann") { Value = Fingerprint }));

        await using var ann = await server.ConnectAsync();
        await ann.SendAsync("PASS :ann:another password");
        await ann.RegisterAsync("ann");
    }

    [Fact]
    public async Task A_device_is_added_logs_in_and_is_cut_off_when_revoked()
    {
        await using var server = await TestServer.StartAsync(Plain);
        await SendAsync(server, new(AdminCommands.Add, "ann", "a password"));
        var added = await SendAsync(server, new(AccountAdmin.DeviceAdd, "ann") { Value = "phone" });
        await using var ann = await server.ConnectAsync();
        await ann.SendAsync($"PASS :ann:{added.Lines[1]}");
        await ann.RegisterAsync("ann");

        Assert.StartsWith("1: phone, since ", await DoneAsync(server, new(AccountAdmin.DeviceList, "ann")), StringComparison.Ordinal);
        Assert.Equal("The device is named.", await DoneAsync(server, new(AccountAdmin.DeviceName, "ann") { Value = "1 my phone" }));
        Assert.StartsWith("1: my phone, since ", await DoneAsync(server, new(AccountAdmin.DeviceList, "ann")), StringComparison.Ordinal);
        Assert.Equal("The device logs in no more.", await DoneAsync(server, new(AccountAdmin.DeviceRevoke, "ann") { Value = "1" }));

        Assert.NotNull(await ann.ReadUntilAsync("This device was revoked"));
    }

    [Fact]
    public async Task Who_an_account_is_here_is_said_and_ended()
    {
        await using var server = await TestServer.StartAsync(Plain);
        await SendAsync(server, new(AdminCommands.Add, "ann", "a password"));
        Assert.Equal("ann is not here.", await DoneAsync(server, new(AccountAdmin.Status, "ann")));
        await DoneAsync(server, new(AccountAdmin.KeepOnline, "ann") { Value = "on" });
        await using var ann = await server.ConnectAsync();
        await ann.SendAsync("PASS :ann@laptop:a password");
        await ann.RegisterAsync("ann");

        var status = (await SendAsync(server, new(AccountAdmin.Status, "ann"))).Lines;
        Assert.Equal("ann is here as ann. Connections: 1, rooms: 0.", status[0]);
        Assert.StartsWith("laptop, since ", status[1], StringComparison.Ordinal);
        Assert.Equal("multiclient of ann is off.", await DoneAsync(server, new(AccountAdmin.Multiclient, "ann") { Value = "off" }));
        Assert.Contains("multiclient:  off", (await SendAsync(server, new(AccountAdmin.Info, "ann"))).Lines);
        Assert.Equal("ann is gone.", await DoneAsync(server, new(AccountAdmin.Ghost, "ann")));

        Assert.NotNull(await ann.ReadUntilAsync("Ended by the server's admin"));
        Assert.Equal("ann is not here.", await DoneAsync(server, new(AccountAdmin.Status, "ann")));
    }

    [Fact]
    public async Task Who_is_called_like_an_account_that_is_added_gives_the_name_up()
    {
        await using var server = await TestServer.StartAsync(Plain);
        await using var ann = await server.ConnectAsync();
        await ann.RegisterAsync("ann");

        await SendAsync(server, new(AdminCommands.Add, "Ann", "a password"));

        Assert.NotNull(await ann.ReadUntilAsync("The name ann belongs to an account now"));
    }

    [Theory]
    [InlineData(AccountAdmin.Ghost, "ann", "", "ann is not here.")]
    [InlineData(AccountAdmin.Multiclient, "ann", "maybe", "\"maybe\" is none of on and off.")]
    [InlineData(AccountAdmin.DeviceName, "ann", "x y", "ann has no device x.")]
    [InlineData(AccountAdmin.Info, "nobody", "", "There is no account nobody.")]
    [InlineData(AccountAdmin.KeepOnline, "ann", "maybe", "\"maybe\" is none of on, off and default.")]
    [InlineData(AccountAdmin.CertAdd, "ann", "abc", "\"abc\" is no SHA-256 fingerprint: 64 hexadecimal digits, with or without colons.")]
    [InlineData(AccountAdmin.CertRemove, "ann", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ann has no such certificate.")]
    [InlineData(AccountAdmin.DeviceRevoke, "ann", "1", "ann has no device 1.")]
    [InlineData(AccountAdmin.Password, "ann", "", "The password is too short.")]
    public async Task What_cannot_be_done_is_refused_with_a_sentence(string command, string name, string value, string expected)
    {
        await using var server = await TestServer.StartAsync(Plain);
        await SendAsync(server, new(AdminCommands.Add, "ann", "a password"));

        var answer = await SendAsync(server, new(command, name) { Value = value });

        Assert.Equal((false, expected), (answer.Ok, Assert.Single(answer.Lines)));
    }
}
