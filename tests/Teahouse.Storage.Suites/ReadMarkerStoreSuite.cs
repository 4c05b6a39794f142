using Teahouse.Core.ReadMarkers;

namespace Teahouse.Storage.Suites;

/// <summary>What every store of read markers does. A derived class says which store, and which two accounts there are.</summary>
public abstract class ReadMarkerStoreSuite : IAsyncLifetime
{
    /// <summary>The store under test; another object after a restart.</summary>
    protected abstract IReadMarkerStore Markers { get; }

    protected abstract long Ann { get; }

    protected abstract long Bob { get; }

    protected virtual Task RestartAsync() => Task.CompletedTask;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task A_mark_is_kept_and_never_goes_back()
    {
        Assert.Null(await Markers.FindAsync(Ann, "#tea"));
        Assert.Equal(new ReadMark(1000, true), await Markers.RaiseAsync(Ann, "#tea", 1000));
        Assert.Equal(new ReadMark(2000, true), await Markers.RaiseAsync(Ann, "#tea", 2000));
        Assert.Equal(new ReadMark(2000, false), await Markers.RaiseAsync(Ann, "#tea", 1500));
        Assert.Equal(new ReadMark(2000, false), await Markers.RaiseAsync(Ann, "#tea", 2000));
        await RestartAsync();
        Assert.Equal(2000, await Markers.FindAsync(Ann, "#tea"));
    }

    [Fact]
    public async Task Accounts_and_conversations_know_nothing_of_each_other()
    {
        await Markers.RaiseAsync(Ann, "#tea", 1000);
        await Markers.RaiseAsync(Ann, "a7", 2000);
        await Markers.RaiseAsync(Bob, "#tea", 3000);
        await RestartAsync();
        Assert.Equal((1000L, 2000L, 3000L), (await Markers.FindAsync(Ann, "#tea"), await Markers.FindAsync(Ann, "a7"), await Markers.FindAsync(Bob, "#tea")));
        Assert.Null(await Markers.FindAsync(Bob, "a7"));
    }

    [Fact]
    public async Task Beyond_the_most_the_one_read_longest_ago_is_forgotten()
    {
        await Markers.RaiseAsync(Bob, "#other", 1);
        for (var i = 0; i < IReadMarkerStore.Most; i++) await Markers.RaiseAsync(Ann, $"#{i}", 5000 - i);
        await Markers.RaiseAsync(Ann, "#new", 1);
        Assert.Equal(1, await Markers.FindAsync(Ann, "#new"));
        Assert.Null(await Markers.FindAsync(Ann, $"#{IReadMarkerStore.Most - 1}"));
        Assert.Equal(5000, await Markers.FindAsync(Ann, "#0"));
        Assert.Equal(1, await Markers.FindAsync(Bob, "#other"));
    }
}
