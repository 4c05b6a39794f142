using System.Diagnostics;

namespace Teahouse.EndToEnd.Power;

/// <summary>That a lost sync would be seen.</summary>
public sealed class PowerRecordTests : IDisposable
{
    /// <summary>One process does it all, as one server does.</summary>
    private const string Preamble = """
        use IO::Handle; my $root = shift; mkdir "$root/data";
        sub put { open(my $file, $_[1], "$root/$_[0]") or die; print $file $_[2]; close $file }
        sub sync { for (@_) { open(my $file, '<', $_ eq '.' ? $root : "$root/$_") or die; $file->sync or return 0 } 1 }

        """;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("th-disk-");
    private readonly PowerRecord _record;
    private readonly SimulatedDisk _disk;

    public PowerRecordTests()
    {
        _record = new(_root.FullName);
        _disk = new(_root.FullName);
    }

    private string Data => Path.Combine(_root.FullName, "data");

    public void Dispose()
    {
        _record.Dispose();
        _root.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_is_there_if_it_and_its_name_and_the_names_of_its_folders_were_synced()
    {
        await RunAsync("""
            sync('data', '.'); put('data/a', '>', 'kept'); sync('data/a', 'data');
            put('data/b', '>', 'lost'); sync('data/b');
            mkdir "$root/data/c"; put('data/c/d', '>', 'lost'); sync('data/c/d', 'data/c');
            """);
        Assert.Equal("kept", Assert.Single(await LoseAsync(Survival.None)).Value);
    }

    [Fact]
    public async Task What_is_written_after_the_last_sync_may_be_lost()
    {
        await RunAsync("put('data/a', '>', 'one'); put('data/b', '>', 'x'); sync('data/a', 'data/b', 'data', '.'); put('data/a', '>>', ' two'); rename \"$root/data/b\", \"$root/data/c\"");
        Assert.Equal([("a", "one"), ("b", "x")], Sorted(await LoseAsync(Survival.None)));
    }

    [Fact]
    public async Task What_is_written_after_the_last_sync_may_be_kept()
    {
        await RunAsync("put('data/a', '>', 'one'); put('data/b', '>', 'x'); rename \"$root/data/b\", \"$root/data/c\"; unlink \"$root/data/a\"; put('data/a', '>', 'three')");
        Assert.Equal([("a", "three"), ("c", "x")], Sorted(await LoseAsync(Survival.All)));
    }

    [Fact]
    public async Task A_write_may_be_torn_between_sectors()
    {
        await RunAsync("put('data/a', '>', 'o' x 65536); sync('data/a', 'data', '.'); put('data/a', '+<', 'x' x 65536)");
        var steps = _record.Read();
        var torn = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var disk = new SimulatedDisk(_root.FullName);
            disk.Lose(steps, Survival.Any(new Random(seed), steps.Count));
            disk.WriteTo(Data);
            var content = (await File.ReadAllTextAsync(Path.Combine(Data, "a"), TestContext.Current.CancellationToken)).Chunk(512);
            Assert.All(content, sector => Assert.Single(sector.Distinct()));
            if (content.Select(sector => sector[0]).Distinct().Count() == 2) torn++;
        }
        Assert.InRange(torn, 1, 39);
    }

    [Fact]
    public async Task A_sync_fails_once_when_told()
    {
        _record.FailNextSync("a");
        await RunAsync("put('data/a', '>', 'one'); sync('data', '.'); sync('data/a') or put('data/b', '>', 'two'); sync('data/a', 'data/b', 'data')");
        Assert.Equal([("a", "one"), ("b", "two")], Sorted(await LoseAsync(Survival.None)));
    }

    private async Task RunAsync(string script)
    {
        string[] command = [.. _record.Wrapper(), "perl", "-e", Preamble + script, _root.FullName];
        using var process = Process.Start(command[0], command[1..]);
        using var patience = Patience.Start();
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(0, process.ExitCode);
    }

    private async Task<Dictionary<string, string>> LoseAsync(Survival survival)
    {
        _disk.Lose(_record.Read(), survival);
        _disk.WriteTo(Data);
        var files = new Dictionary<string, string>();
        foreach (var file in Directory.GetFiles(Data)) files[Path.GetFileName(file)] = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        return files;
    }

    private static IEnumerable<(string, string)> Sorted(Dictionary<string, string> files) => files.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));
}
