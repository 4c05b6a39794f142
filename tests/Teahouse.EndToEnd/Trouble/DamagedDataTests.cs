using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Trouble;

public sealed class DamagedDataTests : IDisposable
{
    private const int Messages = 300;

    private readonly ServerFolder _folder = new();

    private string Database => Path.Combine(_folder.Data, "teahouse.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_damaged_database_stops_the_start_with_the_way_back_to_a_backup_and_stays_as_it_is(bool cut)
    {
        var backup = Path.Combine(_folder.Path, "backup");
        await using (var server = await ServerProcess.StartAsync(_folder))
        {
            await using var ann = await IrcClient.ConnectAsync(_folder.Irc, "ann", "echo-message");
            await ann.JoinAsync("#tea");
            await ann.SendAsync(string.Concat(Enumerable.Range(1, Messages).Select(i => $"PRIVMSG #tea :{i} {new string('x', 300)}\r\n")));
            await ann.ExpectAsync("PRIVMSG", message => message[1].StartsWith($"{Messages} ", StringComparison.Ordinal));
            await RunAsync(0, "backup", backup);
            Assert.Equal(0, (await server.StopAsync()).ExitCode);
        }
        var bytes = await File.ReadAllBytesAsync(Database);
        bytes = cut ? bytes[..(bytes.Length / 2)] : [.. Enumerable.Repeat((byte)'x', 100), .. bytes[100..]];
        await File.WriteAllBytesAsync(Database, bytes);

        BadStartTests.AssertOneSentence(await RunAsync(1, "serve"), Database, "damaged", "`teahouse restore FOLDER`");

        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database));
        // What the sentence says is enough.
        foreach (var file in new[] { Database, Database + "-wal" })
        {
            if (File.Exists(file)) File.Move(file, Path.Combine(_folder.Path, Path.GetFileName(file)));
        }
        await RunAsync(0, "restore", backup);
        await using var restored = await ServerProcess.StartAsync(_folder);
    }

    private async Task<ProgramRun> RunAsync(int exitCode, params string[] arguments)
    {
        var run = await ProgramRun.OfAsync([.. arguments, "--config", _folder.ConfigurationFile]);
        Assert.True(run.ExitCode == exitCode, run.Output + run.Errors);
        return run;
    }
}
