using System.Globalization;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Killing;
using Teahouse.EndToEnd.Servers;
using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Power;

public sealed class FailedSyncTests : IDisposable
{
    private const string Capabilities = $"{Writer.Capabilities} teahouse.chat/once";

    /// <summary>More than it takes until the write-ahead log is copied into the file.</summary>
    private const int MostMessages = 20_000;

    private readonly long _begun = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
    private readonly ServerFolder _folder = new();
    private readonly PowerRecord _record;
    private readonly List<string> _echoed = [];
    private readonly List<string> _unknown = [];

    public FailedSyncTests()
    {
        _folder.Set("history", "messages_per_request", Crowd.PageSize);
        _record = new(_folder.Path);
    }

    public void Dispose()
    {
        _record.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("teahouse.db-wal", false)]
    [InlineData("teahouse.db-wal", true)]
    [InlineData("teahouse.db", false)]
    public async Task After_a_sync_that_failed_nobody_is_told_more_than_is_known_and_a_message_sent_again_is_there_once(string file, bool keepsPower)
    {
        await using (var server = await ServerProcess.StartAsync(_folder, _record.Wrapper()))
        {
            await using var ann = await JoinAsync("ann", isNew: true);
            await using var bob = await JoinAsync("bob", isNew: true);
            await SayAsync(ann, 0);
            _record.FailNextSync(file);
            for (var i = 1; i < MostMessages && await SayAsync(ann, i); i++) ;

            Assert.NotEqual(0, await server.EndAsync());
            Assert.Contains("The message store failed and was closed", server.Output, StringComparison.Ordinal);
            Assert.Equal(_echoed, (await bob.ReadToEndAsync()).Where(message => message.Command == "PRIVMSG").Select(message => message[1]));
        }

        var steps = _record.Read();
        var failed = steps.Single(step => step.Act == DiskAct.SyncFailed);
        Assert.DoesNotContain(steps, step => step.Index > failed.Index && step.Act == DiskAct.Synced && step.Path == failed.Path);
        if (!keepsPower)
        {
            var disk = new SimulatedDisk(_folder.Path);
            disk.Lose(steps, Survival.None);
            disk.WriteTo(_folder.Data);
        }

        await using var again = await ServerProcess.StartAsync(_folder);
        await using var reader = await JoinAsync("bob", isNew: false);
        var stored = await TextsAsync(reader);
        Assert.Equal(_echoed, stored.Take(_echoed.Count));
        Assert.Subset(_unknown.ToHashSet(), stored.Skip(_echoed.Count).ToHashSet());
        await using var writer = await JoinAsync("ann", isNew: false);
        foreach (var text in _unknown) await SayAsync(writer, int.Parse(text, CultureInfo.InvariantCulture));
        Assert.Equal(_echoed, await TextsAsync(reader));
    }

    private async Task<IrcClient> JoinAsync(string name, bool isNew)
    {
        var client = await IrcClient.LogInAsync(_folder.Irc, name, Writer.Password, Capabilities, isNew);
        await client.JoinAsync("#tea");
        return client;
    }

    /// <returns>False when the server has ended, or is about to.</returns>
    private async Task<bool> SayAsync(IrcClient client, int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        try
        {
            await client.SendAsync($"@label={text};teahouse.chat/id={IdOf(number)} PRIVMSG #tea :{text}");
        }
        catch (IOException)
        {
            return false;
        }
        while (await client.ReceiveAsync() is { } answer)
        {
            if (answer.Tags[TagNames.Label] != text) continue;
            if (answer.Command == "PRIVMSG")
            {
                _echoed.Add(text);
                return true;
            }
            Assert.Equal(("FAIL", "OUTCOME_UNKNOWN"), (answer.Command, answer[1]));
            _unknown.Add(text);
            return false;
        }
        return false;
    }

    private string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{_begun >> 16:x8}-{_begun & 0xffff:x4}-7000-8000-{number:x12}");

    private static async Task<List<string>> TextsAsync(IrcClient client) =>
        [.. (await History.ReadAsync(client, "#tea", null, Crowd.PageSize)).Select(entry => entry.Text).Where(text => text.Length > 0)];
}
