using System.Diagnostics;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Trouble;

public sealed class ReadOnlyDiskTests
{
    /// <summary>Puts a file or folder over itself, to be read only, for the program that follows.</summary>
    private const string Mount = "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && shift && exec \"$@\"";

    [Theory]
    [InlineData("", "is not writable", "Read-only file system")]
    [InlineData("teahouse.db", "teahouse.db cannot be opened for writing")]
    public async Task A_store_that_can_only_be_read_stops_the_start_with_one_sentence_and_stays_as_it_is(string part, params string[] says)
    {
        using var folder = new ServerFolder();
        await using (var server = await ServerProcess.StartAsync(folder))
        {
            await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann", "echo-message");
            await ann.JoinAsync("#tea");
            await ann.SendAsync("PRIVMSG #tea :stored");
            await ann.ExpectTextAsync("stored");
            Assert.Equal(0, (await server.StopAsync()).ExitCode);
        }
        var database = Path.Combine(folder.Data, "teahouse.db");
        var bytes = await File.ReadAllBytesAsync(database);
        var wrapper = await WrapperAsync(Path.Combine(folder.Data, part));

        BadStartTests.AssertOneSentence(await ProgramRun.WrappedAsync(wrapper, "serve", "--config", folder.ConfigurationFile), [folder.Data, .. says]);

        Assert.Equal(bytes, await File.ReadAllBytesAsync(database));
        await using var again = await ServerProcess.StartAsync(folder);
    }

    private static async Task<string[]> WrapperAsync(string path)
    {
        string[] unshare = Environment.IsPrivilegedProcess ? ["unshare", "--mount"] : ["unshare", "--user", "--map-root-user", "--mount"];
        string[] wrapper = [.. unshare, "sh", "-c", Mount, "sh", path.TrimEnd('/')];
        using var attempt = Process.Start(new ProcessStartInfo(wrapper[0], [.. wrapper[1..], "true"]) { RedirectStandardError = true })!;
        await attempt.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(attempt.ExitCode != 0, "This system does not let us mount anything, not even in a namespace of our own.");
        return wrapper;
    }
}
