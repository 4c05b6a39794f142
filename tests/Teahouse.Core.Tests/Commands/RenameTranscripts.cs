using Teahouse.Core.Hosting;
using Teahouse.Core.Log;
using Teahouse.Core.Tests.Transcripts;
using Teahouse.Storage.Suites.Faults;

namespace Teahouse.Core.Tests.Commands;

public sealed class RenameTranscripts
{
    [Fact]
    public Task A_channel_gets_another_name_and_stays_what_it_is() => Transcript.RunAsync(
        """
        ann joins #bar with draft/channel-rename draft/chathistory draft/event-playback batch message-tags
        baz joins #bar
        ann > PRIVMSG #bar :said before
        ann > TOPIC #bar :drinks
        ann > MODE #bar +s
        clear
        ann > RENAME #bar #qux :no reason
        ann < :ann!* RENAME #bar #qux :no reason
        baz < :baz!* PART #bar :no reason
        baz < :baz!* JOIN #qux
        baz < :* 332 baz #qux :drinks
        baz < :* 333 *
        baz < :* 353 baz @ #qux :*@ann*
        baz < :* 366 *
        baz > PRIVMSG #qux :here
        ann < :baz!* PRIVMSG #qux :here
        baz > PRIVMSG #bar :there
        baz < :* 403 baz #bar :*
        ann > CHATHISTORY LATEST #qux * 10
        ann < :* BATCH +$b chathistory #qux
        ann < :ann!* JOIN #qux
        ann < :baz!* JOIN #qux
        ann < :ann!* PRIVMSG #qux :said before
        ann < :ann!* TOPIC #qux :drinks
        ann < :ann!* MODE #qux +s
        ann < :ann!* RENAME #bar #qux :no reason
        ann < :baz!* PRIVMSG #qux :here
        ann < :* BATCH -$b
        baz > JOIN #bar
        baz < :baz!* JOIN #bar
        baz < :* 353 baz = #bar :@baz
        baz < :* 366 *
        baz > QUIT
        baz < ...
        ann < :baz!* QUIT *
        """);

    [Fact]
    public Task A_name_that_differs_in_case_alone_is_no_leaving_and_no_coming() => Transcript.RunAsync(
        """
        ann joins #tea with draft/channel-rename
        bob joins #tea
        ann > RENAME #tea #Tea
        ann < :ann!* RENAME #tea #Tea :
        bob < none
        bob > PRIVMSG #tea :hi
        ann < :bob!* PRIVMSG #Tea :hi
        """);

    [Fact]
    public Task What_cannot_be_renamed_is_refused() => Transcript.RunAsync(
        """
        account cat
        ann joins #tea with draft/channel-rename standard-replies
        bob joins #tea
        ann joins #milk
        bob > RENAME #tea #other
        bob < :* 482 bob #tea :*
        ann > RENAME #tea #milk
        ann < :* FAIL RENAME CHANNEL_NAME_IN_USE #tea #milk :*
        ann > RENAME #tea milk
        ann < :* FAIL RENAME CANNOT_RENAME #tea milk :*
        ann > RENAME #tea #tea
        ann < :* FAIL RENAME CANNOT_RENAME #tea #tea :*
        ann > RENAME #nowhere #other
        ann < :* 403 ann #nowhere :*
        ann > RENAME #lobby #other
        ann < :* FAIL RENAME CANNOT_RENAME #lobby #other :*
        ann > RENAME #tea
        ann < :* 461 *
        ann > RENAME #tea #one
        ann < :ann!* RENAME #tea #one :
        ann > RENAME #one #two
        ann < :* FAIL RENAME CANNOT_RENAME #one #two :This channel has been renamed recently
        cat1 connects as cat
        cat1 > JOIN #cats
        cat1 > CS REGISTER #cats
        cat1 > MODE #cats +o ann
        ann > JOIN #cats
        cat1 > MODE #cats +o ann
        clear
        ann > RENAME #cats #dogs
        ann < :* FAIL RENAME CANNOT_RENAME #cats #dogs :Only its founder *
        bob < ...
        """);

    [Fact]
    public async Task A_renamed_room_is_there_under_its_name_after_a_restart()
    {
        var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage,
            """
            account ann
            ann1 connects as ann
            ann1 > JOIN #tea
            ann1 > CS REGISTER #tea
            ann1 > PRIVMSG #tea :before
            ann1 > PRIVMSG @#tea :between us
            ann1 > RENAME #tea #coffee
            """);
        await using var next = await stage.RestartAsync();
        await Transcript.RunAsync(next,
            """
            ann1 connects as ann with draft/chathistory batch message-tags
            ann1 > JOIN #coffee
            ann1 < :ann!* JOIN #coffee
            ann1 < :* 353 ann = #coffee :~ann
            ann1 < :* 366 *
            ann1 > CHATHISTORY LATEST #coffee * 10
            ann1 < :* BATCH +$b chathistory #coffee
            ann1 < * PRIVMSG #coffee :before
            ann1 < :* BATCH -$b
            ann1 > CHATHISTORY LATEST @#coffee * 10
            ann1 < :* BATCH +$c chathistory @#coffee
            ann1 < * :between us
            ann1 < :* BATCH -$c
            bob connects
            bob > JOIN #tea
            bob < :* 470 bob #tea #coffee :*
            bob < :bob!* JOIN #coffee
            bob < :* 353 bob = #coffee :*~ann*
            bob < :* 366 *
            ann1 < :bob!* JOIN #coffee
            """);
    }

    [Fact]
    public Task The_name_before_leads_to_a_registered_room_for_thirty_days() => Transcript.RunAsync(
        """
        account ann
        ann1 connects as ann with standard-replies
        ann1 > JOIN #tea,#milk
        ann1 > CS REGISTER #tea
        ann1 > RENAME #tea #cup
        time 1m
        ann1 > RENAME #cup #coffee
        clear
        bob connects with draft/channel-rename
        bob > JOIN #TEA
        bob < :* FAIL JOIN CHANNEL_RENAMED #TEA #coffee :*
        cat connects
        cat > JOIN #cup
        cat < :* 470 cat #cup #coffee :*
        cat < :cat!* JOIN #coffee
        cat < ...
        ann1 < :cat!* JOIN #coffee
        // Nobody else takes a name that people still know it by, but it may have it again.
        ann1 > RENAME #milk #tea
        ann1 < :* FAIL RENAME CHANNEL_NAME_IN_USE #milk #tea :*
        time 1m
        ann1 > RENAME #coffee #tea
        cat < :cat!* PART #coffee
        cat < :cat!* JOIN #tea
        cat < ...
        clear
        bob > JOIN #coffee
        bob < :* FAIL JOIN CHANNEL_RENAMED #coffee #tea :*
        // A secret room does not say where it has gone.
        ann1 > MODE #tea +s
        clear
        bob > JOIN #coffee
        bob < :bob!* JOIN #coffee
        bob < :* 353 bob = #coffee :@bob
        bob < :* 366 *
        """);

    [Fact]
    public Task Who_is_sent_to_a_room_by_the_name_it_had_comes_to_it() => Transcript.RunAsync(
        """
        account ann
        ann1 connects as ann
        ann1 > JOIN #tea,#door
        ann1 > CS REGISTER #tea
        ann1 > MODE #door +if #tea
        ann1 > RENAME #tea #coffee
        clear
        bob connects
        bob > JOIN #door
        bob < :* 470 bob #door #tea :*
        bob < :bob!* JOIN #coffee
        bob < :* 353 bob = #coffee :*~ann*
        bob < :* 366 *
        """);

    [Fact]
    public Task A_server_operator_gives_any_channel_another_name_and_it_is_written_down() => Transcript.RunAsync(
        """
        account ann
        ann1 connects as ann
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        clear
        kim connects with standard-replies
        kim > OPER boss secret
        kim < ...
        kim > RENAME #tea #coffee :A name for all
        kim < :* NOTE RENAME RENAMED #tea #coffee :*
        ann1 < :ann!* PART #tea :A name for all
        ann1 < :ann!* JOIN #coffee
        ann1 < ...
        kim > AUDIT LOG
        kim << :* RENAME #tea*#coffee A name for all*
        kim < ...
        """, Stage.Options with { Operators = [new OperatorOptions("boss", "secret")] });

    [Fact]
    public async Task The_name_before_leads_to_it_after_a_restart_and_what_was_read_is_read()
    {
        var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage,
            """
            account ann
            account bob
            ann1 connects as ann
            bob1 connects as bob with draft/read-marker
            ann1 > JOIN #tea
            ann1 > CS REGISTER #tea
            ann1 > METADATA #tea SET note :of the house
            bob1 > JOIN #tea
            bob1 > MARKREAD #tea timestamp=2027-01-15T08:00:00.000Z
            bob1 > PART #tea
            ann1 > RENAME #tea #coffee
            """);
        await using var next = await stage.RestartAsync();
        await Transcript.RunAsync(next,
            """
            bob1 connects as bob with draft/read-marker
            bob1 > JOIN #tea
            bob1 < :* 470 bob #tea #coffee :*
            bob1 < :bob!* JOIN #coffee
            bob1 < :* MARKREAD #coffee timestamp=2027-01-15T08:00:00.000Z
            bob1 < :* 353 *
            bob1 < :* 366 *
            bob1 > METADATA #coffee GET note
            bob1 < :* 761 bob #coffee note * :of the house
            """);
    }

    [Fact]
    public async Task A_rename_that_is_not_stored_changes_nothing()
    {
        var log = new FaultyMessageLog(new MemoryMessageLog());
        await using var stage = await Stage.OpenAsync(log: log);
        await Transcript.RunAsync(stage,
            """
            ann joins #tea with draft/channel-rename standard-replies
            """);
        log.Next(AppendFault.Fail);
        await Transcript.RunAsync(stage,
            """
            ann > RENAME #tea #milk
            ann < :* FAIL RENAME NOT_STORED #tea :*
            ann > TOPIC #tea :still here
            ann < :ann!* TOPIC #tea :still here
            bob connects
            bob > JOIN #milk
            bob < :bob!* JOIN #milk
            bob < :* 353 bob = #milk :@bob
            bob < :* 366 *
            """);
    }
}
