using System.Text;
using Teahouse.Core.Log;
using Teahouse.Core.Search;
using Teahouse.Storage.Suites;

namespace Teahouse.Storage.Tests.Search;

public sealed class MemorySearchTests : SearchIndexSuite
{
    protected override ISearchIndex Index { get; } = new MemorySearchIndex();

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class SqliteSearchTests : SearchIndexSuite
{
    private static readonly ConversationId Tea = new(7);

    private StoreHost? _host;

    protected override ISearchIndex Index => _host!.Store.Search;

    protected override Task RestartAsync() => _host!.RestartAsync();

    public override async ValueTask InitializeAsync() => _host = await StoreHost.OpenAsync();

    public override ValueTask DisposeAsync() => _host!.DisposeAsync();

    private string IndexFile => Path.Combine(Path.GetDirectoryName(_host!.File)!, TeahouseStore.SearchFileName);

    [Fact]
    public async Task What_was_taken_away_is_in_no_byte_of_the_file()
    {
        await Index.TakeAsync(Batch(Tea, 3, Entry(1, "ann", "harmless words"), Entry(2, "ann", "unutterablesecret"), Entry(3, "ann", "more words")));
        Assert.True(Holds("unutterablesecret"));
        await Index.TakeAsync(Batch(Tea, 4) with { Removed = [2] });
        Assert.False(Holds("unutterablesecret"));
        Assert.True(Holds("harmless"));
    }

    [Fact]
    public async Task A_damaged_file_is_thrown_away_and_built_anew()
    {
        await Index.TakeAsync(Batch(Tea, 1, Entry(1, "ann", "tea")));
        await _host!.CloseAsync();
        File.WriteAllText(IndexFile, "this is no database, and never was one of any kind whatsoever");
        File.Delete(IndexFile + "-wal");
        await _host.RestartAsync();
        Assert.Equal(0, await Index.PositionAsync(Tea, 1));
        await Index.TakeAsync(Batch(Tea, 1, Entry(1, "ann", "tea")) with { Anew = true });
        Assert.Equal([1], await Index.FindAsync(Request(Tea)));
    }

    [Fact]
    public async Task The_index_of_another_store_is_not_taken_for_this_ones()
    {
        await Index.TakeAsync(Batch(Tea, 1, Entry(1, "ann", "tea")));
        await _host!.CloseAsync();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_host.File)!, TeahouseStore.FileName + "*")) File.Delete(file);
        await _host.RestartAsync();
        Assert.Equal(0, await Index.PositionAsync(Tea, 1));
        Assert.Empty(await Index.FindAsync(Request(Tea)));
    }

    [Fact]
    public async Task An_index_that_cannot_be_opened_says_so_and_the_store_goes_on()
    {
        await _host!.CloseAsync();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_host.File)!, TeahouseStore.SearchFileName + "*")) File.Delete(file);
        Directory.CreateDirectory(IndexFile);
        await _host.RestartAsync();
        await Assert.ThrowsAsync<SearchIndexException>(async () => await Index.PositionAsync(Tea, 1));
        Assert.Equal(1, (await _host.Log.TakeAsync(Appends.Tea)).OwnerEpoch);
        Directory.Delete(IndexFile);
        Assert.Equal(0, await Index.PositionAsync(Tea, 1));
    }

    private bool Holds(string word)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(IndexFile)!, TeahouseStore.SearchFileName + "*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            if (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0) return true;
        }
        return false;
    }
}
