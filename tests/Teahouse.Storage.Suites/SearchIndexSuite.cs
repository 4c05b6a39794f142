using System.Collections.Immutable;
using CsCheck;
using Teahouse.Core.Log;
using Teahouse.Core.Search;

namespace Teahouse.Storage.Suites;

/// <summary>What every search index does. A derived class says which index.</summary>
public abstract class SearchIndexSuite : IAsyncLifetime
{
    private static readonly ConversationId Tea = new(7);
    private static readonly ConversationId Cups = new(77);

    /// <summary>The index under test; another object after a restart.</summary>
    protected abstract ISearchIndex Index { get; }

    protected virtual Task RestartAsync() => Task.CompletedTask;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task What_was_taken_is_found_by_its_words_the_newest_or_the_oldest_first()
    {
        Assert.Equal(0, await Index.PositionAsync(Tea, 1));
        Assert.Equal("", await FindAsync(Tea, "茶"));
        await Index.TakeAsync(Batch(Tea, 4, Entry(1, "ann", "我 喝 茶"), Entry(3, "bob", "茶 杯"), Entry(4, "ann", "fasting is hard")));
        await Index.TakeAsync(Batch(Cups, 2, Entry(1, "bob", "茶 杯"), Entry(2, "bob", "杯 茶")));
        await RestartAsync();
        Assert.Equal((4, 2), (await Index.PositionAsync(Tea, 1), await Index.PositionAsync(Cups, 1)));
        Assert.Equal("3 1", await FindAsync(Tea, "茶"));
        Assert.Equal("1 3", await FindAsync(Tea, "茶", newest: false));
        Assert.Equal("3", await FindAsync(Tea, "茶 杯"));
        Assert.Equal("1", await FindAsync(Cups, "茶 杯"));
        Assert.Equal("4", await FindAsync(Tea, "fast"));
        Assert.Equal("", await FindAsync(Tea, "fast is"));
        Assert.Equal("1", await FindAsync(Tea, "茶", "我"));
        Assert.Equal("4 3 1", await FindAsync(Tea));
        Assert.Equal("4 1", Found(await Index.FindAsync(Request(Tea) with { Sender = "ann" })));
        Assert.Equal("3", Found(await Index.FindAsync(Request(Tea) with { From = 2, To = 3 })));
        Assert.Equal("4", Found(await Index.FindAsync(Request(Tea) with { Limit = 1 })));
        Assert.Empty(await Index.FindAsync(Request(Tea) with { Epoch = 2 }));
    }

    [Fact]
    public async Task What_was_taken_away_or_has_expired_is_found_no_more()
    {
        await Index.TakeAsync(Batch(Tea, 3, Entry(1, "ann", "one"), Entry(2, "ann", "two"), Entry(3, "ann", "three")));
        await Index.TakeAsync(Batch(Tea, 5, Entry(5, "ann", "five")) with { Removed = [2, 4] });
        Assert.Equal("5 3 1", await FindAsync(Tea));
        await Index.TakeAsync(Batch(Tea, 6) with { Oldest = 5 });
        await RestartAsync();
        Assert.Equal("5", await FindAsync(Tea));
        Assert.Equal(6, await Index.PositionAsync(Tea, 1));
    }

    [Fact]
    public async Task A_conversation_begun_anew_knows_nothing_of_before_and_others_stay()
    {
        await Index.TakeAsync(Batch(Tea, 3, Entry(1, "ann", "old"), Entry(3, "ann", "old")));
        await Index.TakeAsync(Batch(Cups, 1, Entry(1, "ann", "old")));
        Assert.Equal(0, await Index.PositionAsync(Tea, 2));
        await Index.TakeAsync(Batch(Tea, 2, Entry(1, "ann", "new")) with { Epoch = 2, Anew = true });
        await RestartAsync();
        Assert.Equal((0, 2), (await Index.PositionAsync(Tea, 1), await Index.PositionAsync(Tea, 2)));
        Assert.Equal("1", Found(await Index.FindAsync(Request(Tea) with { Epoch = 2 })));
        Assert.Empty(await Index.FindAsync(Request(Tea) with { Epoch = 2, Terms = [["old"]] }));
        Assert.Equal("1", await FindAsync(Cups, "old"));
    }

    [Fact]
    public async Task Any_words_are_found_as_a_plain_look_finds_them()
    {
        var word = Gen.OneOf<string>("茶", "杯", "𠀀", "👍", "a", "ab", "abc", "near", "and", "or", "not", "1", "c7", "é");
        var words = word.Array[0, 6];
        var number = 0;
        await Gen.Select(words.Array[1, 12], word.Array[1, 3]).SampleAsync(async (messages, term) =>
        {
            var conversation = new ConversationId(1000 + Interlocked.Increment(ref number));
            var entries = messages.Select((said, i) => new SearchEntry(i + 1, ["ann"], [.. said])).ToArray();
            await Index.TakeAsync(Batch(conversation, messages.Length, entries));
            var expected = entries.Where(entry => Holds(entry.Words, term)).Select(entry => entry.Sequence).Reverse();
            Assert.Equal(string.Join(' ', expected), Found(await Index.FindAsync(Request(conversation) with { Terms = [[.. term]] })));
        }, iter: 200, threads: 1);
    }

    private static bool Holds(ImmutableArray<string> words, string[] term) => Enumerable.Range(0, Math.Max(0, words.Length - term.Length + 1)).Any(at =>
        words.Skip(at).Take(term.Length - 1).SequenceEqual(term.SkipLast(1)) && words[at + term.Length - 1].StartsWith(term[^1], StringComparison.Ordinal));

    protected static SearchEntry Entry(long sequence, string sender, string words) => new(sequence, [sender], [.. words.Split(' ')]);

    protected static SearchBatch Batch(ConversationId conversation, long upTo, params SearchEntry[] added) => new(conversation, 1, upTo, 1, false, [.. added], []);

    protected static SearchRequest Request(ConversationId conversation) => new(conversation, 1, 1, long.MaxValue, null, [], 100, true);

    private async Task<string> FindAsync(ConversationId conversation, params string[] terms) => await FindAsync(conversation, terms, newest: true);

    private async Task<string> FindAsync(ConversationId conversation, string term, bool newest) => await FindAsync(conversation, [term], newest);

    private async Task<string> FindAsync(ConversationId conversation, string[] terms, bool newest) => Found(await Index.FindAsync(
        Request(conversation) with { Terms = [.. terms.Select(term => term.Split(' ').ToImmutableArray())], Newest = newest }));

    private static string Found(ImmutableArray<long> sequences) => string.Join(' ', sequences);
}
