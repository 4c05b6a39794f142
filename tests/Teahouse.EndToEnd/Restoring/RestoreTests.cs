using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Restoring;

public sealed class RestoreTests : IDisposable
{
    private const int Some = 100;
    private const int PageSize = 1000;

    private readonly ServerFolder _old = new();
    private readonly ServerFolder _new = new();

    public void Dispose()
    {
        _old.Dispose();
        _new.Dispose();
    }

    [Fact]
    public async Task What_was_echoed_before_a_backup_is_there_once_after_a_restore_and_what_came_after_it_can_be_sent_again()
    {
        var backup = Path.Combine(_old.Path, "backup");
        List<Written> before, all;
        Written late;
        await using (var server = await ServerProcess.StartAsync(_old))
        {
            var ann = await Scribe.ConnectAsync(_old.Irc, "ann", isNew: true);
            await using var annsConnection = ann.Client;
            var bob = await Scribe.ConnectAsync(_old.Irc, "bob", isNew: true);
            await using var bobsConnection = bob.Client;
            var writing = Task.WhenAll(ann.WriteAsync(), bob.WriteAsync());
            await Task.WhenAny(writing, Task.WhenAll(ann.EchoedAsync(Some), bob.EchoedAsync(Some)));
            before = [.. ann.Written, .. bob.Written];
            await RunAsync(_old, "backup", backup);
            ann.Stop();
            bob.Stop();
            await writing;
            all = [.. ann.Written, .. bob.Written];
            var id = Scribe.NewId();
            late = new(id, "after the backup", await ann.SayAsync(id, "after the backup"));
            Assert.Equal(0, (await server.StopAsync()).ExitCode);
        }
        Assert.True(before.Count >= 2 * Some, $"{before.Count} were echoed.");

        _new.Set("history", "messages_per_request", PageSize);
        _new.Write();
        await RunAsync(_new, "restore", backup);
        await using var restored = await ServerProcess.StartAsync(_new);
        var again = await Scribe.ConnectAsync(_new.Irc, "ann", isNew: false);
        await using var connection = again.Client;
        var stored = await StoredAsync(again);

        // All of one moment: in the old order and numbers, each once, and counted in a new epoch.
        Assert.Equal(all.Select(InNextEpoch).OrderBy(entry => entry.Place.Number).Take(stored.Count), stored);
        Assert.Subset(stored.ToHashSet(), before.Select(InNextEpoch).ToHashSet());

        var known = before[0];
        Assert.Equal(known.Stored.MsgId, (await again.SayAsync(known.Id, known.Text)).MsgId);
        Assert.Equal(stored, await StoredAsync(again));
        var anew = await again.SayAsync(late.Id, late.Text);
        Assert.Equal((late.Stored.Place.Epoch + 1, stored[^1].Place.Number + 1), (anew.Place.Epoch, anew.Place.Number));
        Assert.Equal(anew, await again.SayAsync(late.Id, late.Text));
        Assert.Equal([.. stored, anew], await StoredAsync(again));
    }

    private static Sighting InNextEpoch(Written written) =>
        written.Stored with { Place = written.Stored.Place with { Epoch = written.Stored.Place.Epoch + 1 } };

    private static async Task<List<Sighting>> StoredAsync(Scribe scribe) =>
        (await History.ReadAsync(scribe.Client, Scribe.Room, null, PageSize)).FindAll(entry => entry.Text.Length > 0);

    private static async Task RunAsync(ServerFolder folder, string command, string backup)
    {
        var run = await ProgramRun.OfAsync(command, backup, "--config", folder.ConfigurationFile);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }
}
