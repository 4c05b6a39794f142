namespace Teahouse.Client.Tests;

/// <summary>Where people say that they are in time.</summary>
public sealed class TimeZoneTests
{
    [Theory]
    [InlineData(":srv 761 ann bob teahouse.chat/timezone * :Asia/Shanghai", "Asia/Shanghai")]
    [InlineData(":srv 766 ann bob teahouse.chat/timezone :key not set", null)]
    public async Task What_somebody_says_is_asked_for(string line, string? expected)
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await OnlineAsync(server);
        var asked = await server.ReadAsync(_ => server.Client.TimeZoneOfAsync("bob"));
        var label = await link.ExpectLabelledAsync("METADATA bob GET teahouse.chat/timezone");
        link.Say($"@label={label} :srv BATCH +m metadata bob\n@batch=m {line}\n:srv BATCH -m");
        Assert.Equal(expected, await asked);
    }

    [Fact]
    public async Task Where_nothing_is_kept_nothing_is_known()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await OnlineAsync(server);
        var asked = await server.ReadAsync(_ => server.Client.TimeZoneOfAsync("bob"));
        link.Say($"@label={await link.ExpectLabelledAsync("METADATA bob GET teahouse.chat/timezone")} :srv FAIL METADATA TEMPORARILY_UNAVAILABLE :This server keeps no metadata");
        Assert.Null(await asked);
    }

    [Theory]
    [InlineData("Asia/Shanghai", "METADATA * SET teahouse.chat/timezone Asia/Shanghai", ":srv 761 ann ann teahouse.chat/timezone * :Asia/Shanghai")]
    [InlineData(null, "METADATA * SET teahouse.chat/timezone", ":srv 766 ann ann teahouse.chat/timezone :key not set")]
    public async Task Ones_own_is_said_and_taken_back(string? zone, string line, string answer)
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await OnlineAsync(server);
        var asked = await server.ReadAsync(_ => server.Client.SetTimeZoneAsync(zone));
        link.Say($"@label={await link.ExpectLabelledAsync(line)} {answer}");
        Assert.Null(await asked);
    }

    private static async Task<FakeLink> OnlineAsync(FakeServer server)
    {
        var link = await server.WelcomeAsync(FakeServer.AllCapabilities);
        await link.ExpectAsync("JOIN #tea");
        await FakeServer.NoTargetsAsync(link);
        return link;
    }
}
