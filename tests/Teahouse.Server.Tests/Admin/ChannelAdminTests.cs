using Teahouse.Server.Admin;
using Teahouse.Server.Configuration;
using Teahouse.Server.Tests.Hosting;
using static Teahouse.Server.Tests.Admin.AdminRequests;

namespace Teahouse.Server.Tests.Admin;

public sealed class ChannelAdminTests
{
    private const string Plain = "[[listen]]\naddress = \"127.0.0.1:0\"\n";

    [Fact]
    public async Task A_room_is_registered_given_away_changed_and_dropped()
    {
        await using var server = await TestServer.StartAsync(Plain);
        await SendAsync(server, new(AdminCommands.Add, "ann", "a password"));
        await SendAsync(server, new(AdminCommands.Add, "bob", "a password"));

        Assert.Equal("#tea belongs to ann now", await DoneAsync(server, new(ChannelAdmin.Register, "#tea") { Value = "ann" }));
        Assert.Equal("#tea belongs to bob now", await DoneAsync(server, new(ChannelAdmin.Transfer, "#tea") { Value = "bob" }));
        Assert.Equal("#tea is changed", await DoneAsync(server, new(ChannelAdmin.Set, "#tea") { Value = "retention 30" }));
        Assert.Contains("#tea, founder bob, 0 there", (await SendAsync(server, new(ChannelAdmin.List))).Lines);
        var info = (await SendAsync(server, new(ChannelAdmin.Info, "#TEA"))).Lines;
        Assert.Contains("Founder: bob", info);
        Assert.Contains("History: on, kept for 30 days, new members read all of it", info);
        Assert.Equal("#tea belongs to nobody now", await DoneAsync(server, new(ChannelAdmin.Drop, "#tea")));
        Assert.Equal("There is no channel #tea", Assert.Single((await SendAsync(server, new(ChannelAdmin.Info, "#tea"))).Lines));
    }

    [Fact]
    public async Task Levels_invitations_and_names_are_the_admins_to_give()
    {
        await using var server = await TestServer.StartAsync(Plain);
        await SendAsync(server, new(AdminCommands.Add, "ann", "a password"));
        await SendAsync(server, new(AdminCommands.Add, "bob", "a password"));
        await SendAsync(server, new(ChannelAdmin.Register, "#tea") { Value = "ann" });

        Assert.Equal("bob is op in #tea", await DoneAsync(server, new(ChannelAdmin.Access, "#tea") { Value = "bob op" }));
        Assert.Contains("op: bob", (await SendAsync(server, new(ChannelAdmin.Info, "#tea"))).Lines);
        Assert.Equal("bob is nothing in particular in #tea", await DoneAsync(server, new(ChannelAdmin.Access, "#tea") { Value = "bob none" }));
        Assert.Contains("this lets in 2: JOIN #tea ", await DoneAsync(server, new(ChannelAdmin.Invite, "#tea") { Value = "24 2" }));
        Assert.Equal("#tea is #coffee now", await DoneAsync(server, new(ChannelAdmin.Rename, "#tea") { Value = "#coffee" }));
        Assert.Contains("Founder: ann", (await SendAsync(server, new(ChannelAdmin.Info, "#coffee"))).Lines);
    }

    [Fact]
    public async Task While_no_server_runs_the_command_does_it_itself()
    {
        using var folder = new TempFolder();
        var configuration = ConfigurationReader.Read("[accounts]\npassword_iterations = 4096\n", "test.toml", folder.Path, new Dictionary<string, string>());
        await AdminSession.RunAsync(configuration, new(AdminCommands.Add, "ann", "a password"), TimeProvider.System, default);

        var registered = await AdminSession.RunAsync(configuration, new(ChannelAdmin.Register, "#tea") { Value = "ann" }, TimeProvider.System, default);
        var listed = await AdminSession.RunAsync(configuration, new(ChannelAdmin.List), TimeProvider.System, default);

        Assert.True(registered.Ok, string.Join('\n', registered.Lines));
        Assert.Contains("#tea, founder ann, 0 there", listed.Lines);
    }

    [Theory]
    [InlineData(ChannelAdmin.Info, "#nowhere", "", "There is no channel #nowhere")]
    [InlineData(ChannelAdmin.Register, "tea", "ann", "\"tea\" cannot be a channel's name.")]
    [InlineData(ChannelAdmin.Register, "#tea", "nobody", "There is no such account")]
    [InlineData(ChannelAdmin.Drop, "#nowhere", "", "There is no channel #nowhere")]
    [InlineData(ChannelAdmin.Transfer, "#lobby", "nobody", "There is no such account")]
    [InlineData(ChannelAdmin.Access, "#lobby", "ann king", "A level is admin, op, halfop, voice or none.")]
    [InlineData(ChannelAdmin.Access, "#lobby", "nobody op", "There is no such account")]
    [InlineData(ChannelAdmin.Invite, "#lobby", "0 1", "HOURS is a number from 1 to 8760.")]
    [InlineData(ChannelAdmin.Invite, "#lobby", "1 many", "USES is a number from 1 to 1000.")]
    [InlineData(ChannelAdmin.Invite, "#nowhere", "1 1", "There is no channel #nowhere")]
    [InlineData(ChannelAdmin.Rename, "#lobby", "lobby", "\"lobby\" cannot be a channel's name.")]
    [InlineData(ChannelAdmin.Rename, "#lobby", "#other", "#lobby keeps its name.")]
    [InlineData(ChannelAdmin.Rename, "#nowhere", "#other", "There is no channel #nowhere")]
    public async Task What_cannot_be_done_is_refused_with_a_sentence(string command, string name, string value, string expected)
    {
        await using var server = await TestServer.StartAsync(Plain);
        await SendAsync(server, new(AdminCommands.Add, "ann", "a password"));

        var answer = await SendAsync(server, new(command, name) { Value = value });

        Assert.Equal((false, expected), (answer.Ok, Assert.Single(answer.Lines)));
    }

    [Fact]
    public async Task What_a_channel_cannot_be_set_to_is_answered_by_what_it_can()
    {
        await using var server = await TestServer.StartAsync(Plain);

        var answer = await SendAsync(server, new(ChannelAdmin.Set, "#lobby") { Value = "retention forever" });

        Assert.False(answer.Ok);
        Assert.Equal(4, answer.Lines.Count);
    }
}
