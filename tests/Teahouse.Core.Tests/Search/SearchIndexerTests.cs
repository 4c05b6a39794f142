using System.Collections.Immutable;
using Teahouse.Core.Log;
using Teahouse.Core.Search;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Search;

public sealed class SearchIndexerTests
{
    [Fact]
    public async Task The_index_follows_the_log_and_a_broken_one_costs_no_answer()
    {
        var index = new Fragile();
        await using var stage = await Stage.OpenAsync(search: index);
        await Transcript.RunAsync(stage,
            """
            ann joins #tea with soju.im/search batch
            bob joins #tea
            bob > PRIVMSG #tea :one cup
            time 1s
            bob > PRIVMSG #tea :two cups
            clear
            """);
        Assert.Equal(1, index.Taken);
        index.Broken = true;
        await stage.PassAsync(TimeSpan.FromSeconds(1));
        await AskAsync(stage);
        Assert.Equal(1, index.Taken);
        index.Broken = false;
        await AskAsync(stage);
        await stage.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, index.Taken);
        await AskAsync(stage);
        Assert.Empty(stage.Faults);
    }

    private static Task AskAsync(Stage stage) => Transcript.RunAsync(stage,
        """
        ann > SEARCH text=cup
        ann < :* BATCH +$b soju.im/search
        ann < :bob!* PRIVMSG #tea :one cup
        ann < :bob!* PRIVMSG #tea :two cups
        ann < :* BATCH -$b
        """);

    [Fact]
    public async Task After_a_start_rooms_are_indexed_without_anybody_speaking()
    {
        var before = await Stage.OpenAsync();
        await Transcript.RunAsync(before,
            """
            ann joins #tea
            ann > PRIVMSG #tea :one
            ann > PRIVMSG #tea :two
            """);
        var index = new Fragile();
        await using var stage = await before.RestartAsync(index);
        await stage.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, index.Taken);
    }

    private sealed class Fragile : ISearchIndex
    {
        private readonly MemorySearchIndex _index = new();

        public bool Broken { get; set; }

        /// <summary>Messages taken, in all conversations.</summary>
        public int Taken { get; private set; }

        public ValueTask<long> PositionAsync(ConversationId conversation, int epoch, CancellationToken cancel = default) => Try().PositionAsync(conversation, epoch, cancel);

        public ValueTask TakeAsync(SearchBatch batch, CancellationToken cancel = default)
        {
            Taken += batch.Added.Length;
            return Try().TakeAsync(batch, cancel);
        }

        public ValueTask<ImmutableArray<long>> FindAsync(SearchRequest request, CancellationToken cancel = default) => Try().FindAsync(request, cancel);

        private MemorySearchIndex Try() => Broken ? throw new SearchIndexException("broken", new IOException("broken")) : _index;
    }
}
