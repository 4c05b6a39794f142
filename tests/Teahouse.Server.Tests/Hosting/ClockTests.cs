using System.Globalization;
using Teahouse.Protocol;
using Teahouse.Server.Admin;

namespace Teahouse.Server.Tests.Hosting;

/// <summary>A clock that is wrong for a while, with the engine and the store that the program has.</summary>
public sealed class ClockTests
{
    private const string Capabilities = "message-tags batch server-time echo-message labeled-response draft/chathistory teahouse.chat/seq teahouse.chat/once";

    private readonly WallClock _time = new();
    private int _labels;

    public static TheoryData<double, bool> Clocks => new()
    {
        { 10 * 24, true },
        { 10 * 24, false },
        { -1, true },
        { -1, false },
    };

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task A_clock_that_is_wrong_for_a_while_loses_nothing_and_doubles_nothing(double hoursAhead, bool restarts)
    {
        var wrong = TimeSpan.FromHours(hoursAhead);
        var server = await TestServer.StartAsync("[[listen]]\naddress = \"127.0.0.1:0\"\n", _time);
        try
        {
            await AdminClient.TrySendAsync(server.Configuration.DataFolder, new(AdminCommands.Add, "ann", "a password"), default);
            var before = IdOf(1);
            string during;
            await using (var ann = await JoinAsync(server))
            {
                Assert.Contains(" PRIVMSG #tea :before", await SayAsync(ann, before, "before"), StringComparison.Ordinal);
                _time.Ahead = wrong;
                during = IdOf(2);
                if (!restarts) await MeanwhileAsync(ann, before, during);
            }
            if (restarts)
            {
                server = await server.RestartAsync();
                await using var ann = await JoinAsync(server);
                await MeanwhileAsync(ann, before, during);
            }

            _time.Ahead = TimeSpan.Zero;
            if (restarts) server = await server.RestartAsync();
            await using var back = await JoinAsync(server);
            var after = IdOf(3);
            Assert.Contains(" PRIVMSG #tea :after", await SayAsync(back, after, "after"), StringComparison.Ordinal);
            foreach (var (id, text) in new[] { (before, "before"), (during, "during"), (after, "after") })
                Assert.Contains($" PRIVMSG #tea :{text}", await SayAsync(back, id, text), StringComparison.Ordinal);
            await SeeAllAsync(back);
            await server.StopAsync();
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>What was said before is still known, and an id that no clock of the server would give is refused with its time.</summary>
    private async Task MeanwhileAsync(IrcPeer ann, string before, string during)
    {
        Assert.Contains(" PRIVMSG #tea :during", await SayAsync(ann, during, "during"), StringComparison.Ordinal);
        Assert.Contains(" PRIVMSG #tea :before", await SayAsync(ann, before, "before"), StringComparison.Ordinal);
        var soon = OnceId.Make((_time.GetUtcNow() + TimeSpan.FromMinutes(11)).ToUnixTimeMilliseconds(), 9).ToString();
        var refusal = (await SayAsync(ann, soon, "too soon"))!;
        Assert.Contains($" FAIL PRIVMSG ID_INVALID #tea {soon} final ", refusal, StringComparison.Ordinal);
        var told = DateTimeOffset.Parse(refusal.Split(" final ")[1][..24], CultureInfo.InvariantCulture);
        Assert.InRange(_time.GetUtcNow() - told, TimeSpan.Zero, TimeSpan.FromMinutes(10));
    }

    private static async Task SeeAllAsync(IrcPeer peer)
    {
        await peer.SendAsync("CHATHISTORY LATEST #tea * 10");
        var (time, number) = ("", 0);
        foreach (var text in new[] { "before", "during", "after" })
        {
            var line = (await peer.ReadUntilAsync(" PRIVMSG #tea :"))!;
            Assert.EndsWith($" PRIVMSG #tea :{text}", line, StringComparison.Ordinal);
            var numbered = line.Split("teahouse.chat/seq=1-")[1];
            var next = int.Parse(numbered[..numbered.IndexOfAny([';', ' '])], CultureInfo.InvariantCulture);
            Assert.True(number < next, $"{number} comes before {next}");
            number = next;
            var said = line.Split("time=")[1][..24];
            Assert.True(string.CompareOrdinal(time, said) <= 0, $"{time} is after {said}");
            time = said;
        }
        await peer.SendAsync("PING :end");
        Assert.DoesNotContain("PRIVMSG", await peer.ReadUntilAsync("P"), StringComparison.Ordinal);
    }

    private static async Task<IrcPeer> JoinAsync(TestServer server)
    {
        var peer = await server.ConnectAsync();
        await peer.SendAsync("PASS :ann:a password", $"CAP REQ :{Capabilities}", "CAP END");
        await peer.RegisterAsync("ann");
        await peer.SendAsync("JOIN #tea", "PRIVMSG ChanServ :REGISTER #tea");
        Assert.NotNull(await peer.ReadUntilAsync(":ChanServ!"));
        return peer;
    }

    /// <returns>The answer.</returns>
    private async Task<string?> SayAsync(IrcPeer peer, string id, string text)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"say{++_labels};");
        await peer.SendAsync($"@teahouse.chat/id={id};label={label[..^1]} PRIVMSG #tea :{text}");
        return await peer.ReadUntilAsync($"label={label[..^1]}");
    }

    private string IdOf(int number) => OnceId.Make(_time.GetUtcNow().ToUnixTimeMilliseconds(), (UInt128)number).ToString();
}
