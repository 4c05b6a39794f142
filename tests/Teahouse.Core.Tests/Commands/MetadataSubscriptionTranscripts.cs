using Teahouse.Core.Hosting;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class MetadataSubscriptionTranscripts
{
    private static readonly ServerOptions Small = Stage.Options with
    {
        Metadata = new() { MaxKeys = 2, MaxSubscriptions = 2, ValueBytes = 10 },
        Operators = [new("boss", "secret")],
    };

    [Fact]
    public Task Subscriptions_are_counted_and_listed() => Transcript.RunAsync(
        """
        ann connects with draft/metadata-2 batch
        ann > METADATA * SUB color Bad url name
        ann < :* FAIL METADATA KEY_INVALID Bad :*
        ann < :* FAIL METADATA TOO_MANY_SUBS name :*
        ann < :* 770 ann color :url
        ann > METADATA bob SUB color
        ann < :* FAIL METADATA INVALID_TARGET bob :*
        ann > METADATA * SUBS
        ann < :* BATCH +$b metadata-subs
        ann < @batch=$b :* 772 ann color :url
        ann < :* BATCH -$b
        ann > METADATA ann UNSUB url url none Bad
        ann < :* FAIL METADATA KEY_INVALID Bad :*
        ann < :* 771 ann url :none
        ann > METADATA * SUBS
        ann < :* BATCH +*
        ann < :* 772 ann color
        ann < :* BATCH -*
        """, Small);

    [Fact]
    public Task Those_who_subscribed_and_share_a_channel_hear_of_a_change() => Transcript.RunAsync(
        """
        ann joins #tea with draft/metadata-2 batch
        two connects with draft/metadata-2 batch
        two > METADATA * SUB color
        three connects with draft/metadata-3 batch
        three > METADATA * SUB color
        four connects with draft/metadata-2 batch
        two joins #tea
        three joins #tea
        four joins #tea
        clear
        ann > METADATA * SET color :red
        ann < :* 761 ann ann color * :red
        two < :ann!* METADATA ann color * :red
        three < :tea.example 761 three ann color * :red
        four < none
        ann > METADATA * SET color :red
        ann < :* 761 ann ann color * :red
        two < none
        ann > METADATA * SET url :x
        ann < ...
        two < none
        ann > METADATA #tea SET color :green
        ann < :* 761 ann #tea color * :green
        two < :ann!* METADATA #tea color * :green
        three < :tea.example 761 three #tea color * :green
        ann > METADATA * CLEAR
        ann < ...
        two < :ann!* METADATA ann color *
        three < :tea.example 766 three ann color :*
        four < none
        """);

    [Fact]
    public Task Who_comes_in_is_told_what_there_is_and_those_inside_of_who_came() => Transcript.RunAsync(
        """
        ann joins #tea with draft/metadata-2 batch
        ann > METADATA #tea SET url :x
        ann > METADATA * SET url :a
        ann > METADATA * SET secret :s
        ann > METADATA * SUB url
        ann < ...
        bob connects with draft/metadata-2 batch
        bob > METADATA * SET url :b
        bob > METADATA * SUB url
        bob < ...
        bob > JOIN #tea
        ann < :bob!* JOIN #tea
        ann < :tea.example METADATA bob url * :b
        bob < :bob!* JOIN #tea
        bob < :* 353 bob = #tea :*
        bob < :* 366 bob #tea :*
        bob < :* BATCH +$b metadata #tea
        bob < @batch=$b :* METADATA #tea url * :x
        bob < @batch=$b :* METADATA ann url * :a
        bob < @batch=$b :* METADATA bob url * :b
        bob < :* BATCH -$b
        bob > JOIN #cake
        bob < ...
        ann > JOIN #cake
        bob < :ann!* JOIN #cake
        bob < none
        ann < ...
        ann > METADATA #tea SYNC
        ann < :* BATCH +$c metadata #tea
        ann < @batch=$c :* METADATA #tea url * :x
        ann < @batch=$c :* METADATA ann url * :a
        ann < @batch=$c :* METADATA bob url * :b
        ann < :* BATCH -$c
        """);

    [Fact]
    public Task A_late_subscription_is_told_where_to_ask() => Transcript.RunAsync(
        """
        ann joins #tea with draft/metadata-2 batch
        ann > METADATA * SUB url
        ann < :* 770 ann url
        ann < :* 774 ann #tea
        """);

    [Fact]
    public Task Who_watches_somebody_hears_of_it() => Transcript.RunAsync(
        """
        ann connects with draft/metadata-2 batch
        ann > METADATA * SUB url
        ann < ...
        bob connects
        bob > METADATA * SET url :b
        bob < :* 761 bob bob url * :b
        ann > MONITOR + bob
        ann < :* 730 ann :bob!*
        ann < :* BATCH +$b metadata bob
        ann < @batch=$b :* METADATA bob url * :b
        ann < :* BATCH -$b
        bob > METADATA * SET url :c
        bob < ...
        ann < :bob!* METADATA bob url * :c
        """);
}
