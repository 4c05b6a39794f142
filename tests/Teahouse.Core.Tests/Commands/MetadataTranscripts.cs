using Teahouse.Core.Hosting;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class MetadataTranscripts
{
    private static readonly ServerOptions Small = Stage.Options with
    {
        Metadata = new() { MaxKeys = 2, MaxSubscriptions = 2, ValueBytes = 10 },
        Operators = [new("boss", "secret")],
    };

    [Fact]
    public Task One_sets_reads_and_removes_what_is_ones_own() => Transcript.RunAsync(
        """
        ann connects with draft/metadata-2 batch
        ann > METADATA * SET url :https://tea.example
        ann < :* 761 ann ann url * :https://tea.example
        ann > METADATA ann SET color
        ann < :* FAIL METADATA KEY_NOT_SET ann color :*
        ann > METADATA * SET color :
        ann < :* 761 ann ann color * :
        ann > METADATA * GET url none %bad% color
        ann < :* BATCH +$b metadata ann
        ann < @batch=$b :* 761 ann ann url * :https://tea.example
        ann < @batch=$b :* 766 ann ann none :*
        ann < @batch=$b :* FAIL METADATA KEY_INVALID %bad% :*
        ann < @batch=$b :* 761 ann ann color * :
        ann < :* BATCH -$b
        ann > METADATA * SET url
        ann < :* 766 ann ann url :*
        ann > METADATA * LIST
        ann < :* BATCH +$c metadata ann
        ann < @batch=$c :* 761 ann ann color * :
        ann < :* BATCH -$c
        ann > METADATA * CLEAR
        ann < :* BATCH +$d metadata ann
        ann < @batch=$d :* 766 ann ann color :*
        ann < :* BATCH -$d
        ann > METADATA * LIST
        ann < :* BATCH +$e metadata ann
        ann < :* BATCH -$e
        """);

    [Fact]
    public Task What_cannot_be_is_refused_and_nothing_changes() => Transcript.RunAsync(
        """
        ann joins #tea with draft/metadata-2 batch
        bob joins #tea with draft/metadata-3 batch
        ann > METADATA * SET Color :red
        ann < :* FAIL METADATA KEY_INVALID Color :*
        ann > METADATA * SET color :01234567890
        ann < :* FAIL METADATA VALUE_INVALID :*
        bob > METADATA * SET color :茶茶茶茶
        bob < :* FAIL METADATA INVALID_VALUE color :*
        ann > METADATA * SET one :1
        ann < :* 761 ann ann one * :1
        ann > METADATA * SET two :2
        ann < :* 761 ann ann two * :2
        ann > METADATA * SET three :3
        ann < :* FAIL METADATA LIMIT_REACHED ann :*
        ann > METADATA * SET two :II
        ann < :* 761 ann ann two * :II
        ann > METADATA nobody LIST
        ann < :* FAIL METADATA INVALID_TARGET nobody :*
        ann > METADATA #nowhere SET one :1
        ann < :* FAIL METADATA INVALID_TARGET #nowhere :*
        ann > METADATA * DANCE
        ann < :* FAIL METADATA SUBCOMMAND_INVALID DANCE :*
        ann > METADATA *
        ann < :* 461 ann METADATA :*
        ann > METADATA * SET
        ann < :* 461 ann METADATA :*
        bob > METADATA ann SET one :x
        bob < :* FAIL METADATA KEY_NO_PERMISSION ann one :*
        bob > METADATA ann CLEAR
        bob < :* FAIL METADATA KEY_NO_PERMISSION ann * :*
        bob > METADATA #tea SET one :x
        bob < :* FAIL METADATA KEY_NO_PERMISSION #tea one :*
        bob > METADATA ann GET one two three
        bob < :* BATCH +$b metadata ann
        bob < @batch=$b :* 761 bob ann one * :1
        bob < @batch=$b :* 761 bob ann two * :II
        bob < @batch=$b :* 766 bob ann three :*
        bob < :* BATCH -$b
        """, Small);

    [Fact]
    public Task A_room_that_asks_something_of_those_who_come_keeps_its_own_from_others() => Transcript.RunAsync(
        """
        ann joins #tea with draft/metadata-2 batch
        bob connects with draft/metadata-2 batch
        ann > METADATA #tea SET url :x
        ann > MODE #tea +i
        ann < ...
        bob > METADATA #tea GET url
        bob < :* FAIL METADATA KEY_NO_PERMISSION #tea url :*
        bob > METADATA #tea LIST
        bob < :* FAIL METADATA KEY_NO_PERMISSION #tea * :*
        bob > METADATA #tea SYNC
        bob < :* FAIL METADATA KEY_NO_PERMISSION #tea * :*
        ann > MODE #tea -i+s
        ann < ...
        bob > METADATA #tea LIST
        bob < :* FAIL METADATA INVALID_TARGET #tea :*
        """);

    [Fact]
    public Task Private_keys_are_seen_by_their_owner_and_operators() => Transcript.RunAsync(
        """
        ann joins #tea with draft/metadata-2 batch
        bob joins #tea with draft/metadata-2 batch
        ann > METADATA * SET teahouse.chat/private/theme :dark
        ann < :* 761 ann ann teahouse.chat/private/theme private :dark
        ann > METADATA #tea SET teahouse.chat/private/theme :dark
        ann < :* FAIL METADATA KEY_NO_PERMISSION #tea teahouse.chat/private/theme :*
        bob > METADATA * SUB teahouse.chat/private/theme
        bob < ...
        ann > METADATA * SET teahouse.chat/private/theme :light
        ann < ...
        bob < none
        bob > METADATA ann GET teahouse.chat/private/theme
        bob < :* BATCH +*
        bob < :* 766 bob ann teahouse.chat/private/theme :*
        bob < :* BATCH -*
        bob > METADATA ann SYNC
        bob < :* BATCH +*
        bob < :* BATCH -*
        bob > OPER boss secret
        bob < ...
        bob > METADATA ann LIST
        bob < :* BATCH +*
        bob < :* 761 bob ann teahouse.chat/private/theme private :light
        bob < :* BATCH -*
        bob > METADATA ann CLEAR
        bob < ...
        ann < none
        ann > METADATA * LIST
        ann < :* BATCH +*
        ann < :* BATCH -*
        """, Stage.Options with { Operators = [new("boss", "secret")] });

    [Fact]
    public Task What_is_set_before_connecting_is_there_in_the_welcome() => Transcript.RunAsync(
        """
        ann opens
        ann > METADATA * SUB url
        ann < :* 770 * url
        ann > METADATA ann LIST
        ann < :* FAIL METADATA INVALID_TARGET ann :*
        ann > METADATA * SET url :x
        ann < :* 761 * * url * :x
        ann > METADATA * SET two :x
        ann < :* 761 * * two * :x
        ann > METADATA * SET three :x
        ann < :* FAIL METADATA LIMIT_REACHED * :*
        ann > METADATA * SET two
        ann < :* 766 * * two :*
        ann > METADATA * GET url
        ann < :* 761 * * url * :x
        ann > CAP REQ :draft/metadata-2 batch
        ann < :* CAP * ACK :*
        ann > METADATA * LIST
        ann < :* BATCH +$b metadata *
        ann < @batch=$b :* 761 * * url * :x
        ann < :* BATCH -$b
        ann > NICK ann
        ann > USER ann 0 * :Ann
        ann > CAP END
        ann << :* 266 ann *
        ann < :* BATCH +$c metadata ann
        ann < @batch=$c :* METADATA ann url * :x
        ann < :* BATCH -$c
        ann < :* 422 ann :*
        ann > METADATA * GET url
        ann < :* BATCH +*
        ann < :* 761 ann ann url * :x
        ann < :* BATCH -*
        """, Small);

    [Fact]
    public Task Whois_shows_what_is_public() => Transcript.RunAsync(
        """
        ann connects with draft/metadata-2 batch
        bob connects
        bob > METADATA * SET url :b
        bob > METADATA * SET teahouse.chat/private/theme :dark
        bob < ...
        ann > WHOIS bob
        ann ~ :* 760 ann bob url * :b
        ann < ...
        bob > WHOIS bob
        bob < ...
        """);

    [Fact]
    public async Task An_accounts_and_a_rooms_outlive_the_server()
    {
        var stage = await Stage.OpenAsync();
        await stage.MakeAccountAsync("ann", guest: false);
        await stage.ConnectAsync("web", "ann", "draft/metadata-2 batch", Transport.WebSocket);
        await stage.ConnectAsync("bob", null, "draft/metadata-2 batch");
        await Transcript.RunAsync(stage,
            """
            web > JOIN #tea
            web > METADATA #tea SET url :room
            web > METADATA * SET url :ann
            bob > METADATA * SET url :bob
            clear
            """);
        await using var next = await stage.RestartAsync();
        await next.ConnectAsync("web", "ann", "draft/metadata-2 batch", Transport.WebSocket);
        await next.ConnectAsync("bob", null, "draft/metadata-2 batch");
        await Transcript.RunAsync(next,
            """
            web > METADATA #tea GET url
            web < :* BATCH +*
            web < :* 761 ann #tea url * :room
            web < :* BATCH -*
            web > METADATA * GET url
            web < :* BATCH +*
            web < :* 761 ann ann url * :ann
            web < :* BATCH -*
            bob > METADATA * GET url
            bob < :* BATCH +*
            bob < :* 766 bob bob url :*
            bob < :* BATCH -*
            """);
    }

    [Fact]
    public Task A_room_born_again_begins_with_nothing() => Transcript.RunAsync(
        """
        ann joins #tea with draft/metadata-2 batch
        ann > METADATA #tea SET url :old
        ann > PART #tea
        clear
        time 11m
        ann joins #tea
        ann > METADATA #tea GET url
        ann < :* BATCH +*
        ann < :* 766 ann #tea url :*
        ann < :* BATCH -*
        """);
}
