using Teahouse.Core.Files;

namespace Teahouse.Storage.Suites;

/// <summary>What every store of shared files does. A derived class says which store.</summary>
public abstract class FileStoreSuite : IAsyncLifetime
{
    /// <summary>The store under test; another object after a restart.</summary>
    protected abstract IFileStore Files { get; }

    protected virtual Task RestartAsync() => Task.CompletedTask;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    protected static SharedFile Sample(string key, long account = 1, long size = 100, long expires = 1000) =>
        new(key, account, "茶.png", "image/png", size, 10, expires, Whole: false);

    [Fact]
    public async Task A_file_is_found_as_it_was_added_and_finished_and_removed_once()
    {
        Assert.Null(await Files.FindAsync("one"));
        Assert.Equal(FileOutcome.Done, await Files.AddAsync(Sample("one"), 1000, 1000));
        await RestartAsync();
        Assert.Equal(Sample("one"), await Files.FindAsync("one"));
        Assert.True(await Files.FinishAsync("one", 2000));
        Assert.Equal(Sample("one") with { Whole = true, Expires = 2000 }, await Files.FindAsync("one"));
        Assert.True(await Files.RemoveAsync("one"));
        Assert.False(await Files.RemoveAsync("one"));
        Assert.False(await Files.FinishAsync("one", 2000));
        Assert.Null(await Files.FindAsync("one"));
    }

    [Fact]
    public async Task No_account_and_not_all_together_get_more_than_there_is()
    {
        Assert.Equal(FileOutcome.Done, await Files.AddAsync(Sample("a", account: 1, size: 60), 100, 150));
        Assert.Equal(FileOutcome.AccountFull, await Files.AddAsync(Sample("b", account: 1, size: 41), 100, 150));
        Assert.Equal(FileOutcome.Done, await Files.AddAsync(Sample("c", account: 1, size: 40), 100, 150));
        Assert.Equal(FileOutcome.AllFull, await Files.AddAsync(Sample("d", account: 2, size: 51), 100, 150));
        Assert.Equal(FileOutcome.Done, await Files.AddAsync(Sample("e", account: 2, size: 50), 100, 150));
        await Files.RemoveAsync("a");
        Assert.Equal(FileOutcome.Done, await Files.AddAsync(Sample("f", account: 1, size: 60), 100, 150));
    }

    [Fact]
    public async Task Of_many_that_want_the_last_room_at_once_only_as_many_get_it_as_fit()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Files.AddAsync(Sample($"k{i}", size: 100), 700, 10_000).AsTask()));
        Assert.Equal(7, outcomes.Count(outcome => outcome == FileOutcome.Done));
        Assert.Equal(43, outcomes.Count(outcome => outcome == FileOutcome.AccountFull));
    }

    [Fact]
    public async Task What_is_over_goes_and_what_is_not_known_is_told()
    {
        await Files.AddAsync(Sample("early", expires: 100), 1000, 1000);
        await Files.AddAsync(Sample("late", expires: 101), 1000, 1000);
        Assert.Equal(1, await Files.ExpireAsync(100));
        Assert.Equal(["early", "never"], await Files.UnknownAsync(["early", "late", "never"]));
        Assert.Equal(0, await Files.ExpireAsync(100));
    }

    [Fact]
    public async Task All_files_are_listed_by_key_a_piece_at_a_time()
    {
        foreach (var key in new[] { "b", "C", "a" }) await Files.AddAsync(Sample(key), 1000, 1000);
        Assert.Equal([Sample("C"), Sample("a")], await Files.ListAsync("", 2));
        Assert.Equal([Sample("b")], await Files.ListAsync("a", 2));
        Assert.Empty(await Files.ListAsync("b", 2));
    }

    [Fact]
    public async Task What_is_leaving_stays_noted_over_a_restart_until_it_is_forgotten()
    {
        await Files.NoteLeavingAsync([Leaving("a"), Leaving("b")]);
        await Files.NoteLeavingAsync([Leaving("a")]);
        await RestartAsync();
        var noted = await Files.LeavingAsync(0, 10);
        Assert.Equal([Leaving("a"), Leaving("b"), Leaving("a")], noted.Select(file => file with { Number = 0 }));
        Assert.Equal([noted[1], noted[2]], await Files.LeavingAsync(noted[0].Number, 10));
        Assert.Equal([noted[0]], await Files.LeavingAsync(0, 1));
        await Files.ForgetLeavingAsync([noted[0].Number, noted[2].Number]);
        Assert.Equal([noted[1]], await Files.LeavingAsync(0, 10));
    }

    private static LeavingFile Leaving(string key) => new(0, key, new(7), 2, 9, 100);
}
