using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Clients;

/// <summary>What every IRC program that people use has to be able to do here.</summary>
public abstract class RealClientTests
{
    private const string Account = "cat";
    private const string Password = "tee-und-gebäck";
    private const string Room = "#tea";

    protected abstract Task<IRealClient> StartAsync(RealClientOptions options);

    [Fact]
    public async Task It_logs_in_over_TLS_talks_both_ways_and_talks_on_after_a_restart_of_the_server()
    {
        using var folder = new ServerFolder();
        await using var before = await ServerProcess.StartAsync(folder);
        var authority = before.AuthorityFile;
        await using (await IrcClient.LogInAsync(folder.Irc, Account, Password, "", isNew: true))
        {
            // Only to have the account.
        }

        await using var client = await StartAsync(
            new(Directory.CreateDirectory(Path.Combine(folder.Path, "c")).FullName, authority, folder.Ircs, Account, Password, Room));
        await client.ExpectInRoomAsync(1);
        await using (var ann = await IrcClient.ConnectAsync(folder.Irc, "ann", "account-tag"))
        {
            await ann.JoinAsync(Room);
            await TalkAsync(client, ann, "来喝茶吗 🍵", "马上到");
        }

        await client.ExpectAtHomeAsync();
        await before.StopAsync();
        await using var after = await ServerProcess.StartAsync(folder);
        await client.ExpectInRoomAsync(2);
        await using var again = await IrcClient.ConnectAsync(folder.Irc, "ann", "account-tag");
        await again.JoinAsync(Room);
        await TalkAsync(client, again, "欢迎回来", "我在 🐈");
    }

    private static async Task TalkAsync(IRealClient client, IrcClient ann, string said, string answered)
    {
        await ann.SendAsync($"PRIVMSG {Room} :{said}");
        await client.ExpectAsync(said);
        await client.SayAsync(answered);
        var heard = await ann.ExpectTextAsync(answered);
        Assert.Equal(Account, heard.Source!.Name);
        Assert.Equal(Account, heard.Tags["account"]);
    }
}
