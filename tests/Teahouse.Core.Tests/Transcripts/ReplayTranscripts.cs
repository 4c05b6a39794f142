using Teahouse.Core.Hosting;

namespace Teahouse.Core.Tests.Transcripts;

/// <summary>What clients are told that cannot ask for history.</summary>
public sealed class ReplayTranscripts
{
    private const string Begin =
        """
        account ann
        account bob
        bob joins #tea as bob
        bob > CS REGISTER #tea
        bob < ...
        ann opens
        ann > PASS :ann@laptop:correct horse
        ann > NICK ann
        ann > USER ann 0 * :Ann
        ann > JOIN #tea
        ann < :* 900 *
        ann < :* 001 *
        ann < ...
        bob > PRIVMSG #tea :heard
        ann < :bob!* PRIVMSG #tea :heard
        ann > QUIT
        ann < ...
        bob < ...
        time 1m

        """;

    private const string Back =
        """
        back opens
        back > PASS :ann@LAPTOP:correct horse
        back > NICK ann
        back > USER ann 0 * :Ann
        back << :* 422 *

        """;

    [Fact]
    public Task Who_comes_back_is_told_what_was_said_in_a_registered_room_and_to_it_alone() => Transcript.RunAsync(Begin +
        """
        bob > PRIVMSG #tea :missed
        bob > PRIVMSG #tea :\u0001ACTION waves\u0001
        bob > PRIVMSG ann :psst
        bob < ...

        """.Replace("\\u0001", "\u0001", StringComparison.Ordinal) + Back +
        """
        back < :bob!* PRIVMSG ann :[2027-01-15 08:01 UTC] psst
        back > JOIN #tea
        back < :ann!* JOIN #tea
        back < :* 353 *
        back < :* 366 *
        back < :bob!* PRIVMSG #tea :[2027-01-15 08:01 UTC] missed
        back < :bob!* PRIVMSG #tea :*ACTION [2027-01-15 08:01 UTC] waves*
        bob > PRIVMSG #tea :live
        back < :bob!* PRIVMSG #tea :live
        back > PART #tea
        back < :ann!* PART #tea
        bob < ...
        bob > PRIVMSG #tea :while away
        back > JOIN #tea
        back < :ann!* JOIN #tea
        back < :* 353 *
        back < :* 366 *
        """);

    [Fact]
    public Task Who_stayed_is_told_at_once_and_with_server_time_without_a_date_in_the_text() => Transcript.RunAsync(Begin +
        """
        bob > PRIVMSG #tea :missed
        back opens
        back > CAP REQ :server-time batch
        back > PASS :ann@laptop:correct horse
        back > NICK ann
        back > USER ann 0 * :Ann
        back > CAP END
        back << :* 422 *
        back < :ann!* JOIN #tea
        back < :* 353 *
        back < :* 366 *
        back < :* BATCH +$ref chathistory #tea
        back < @batch=$ref;time=2027-01-15T08:01:00.000Z :bob!* PRIVMSG #tea :missed
        back < :* BATCH -$ref
        """, Stage.EverybodyStays);

    [Fact]
    public Task Each_device_is_told_what_it_missed_itself() => Transcript.RunAsync(Begin +
        """
        phone opens
        phone > PASS :ann@phone:correct horse
        phone > NICK ann
        phone > USER ann 0 * :Ann
        phone > JOIN #tea
        phone << :* 366 *
        bob < ...
        bob > PRIVMSG #tea :to the phone
        phone < :bob!* PRIVMSG #tea :to the phone
        phone drops
        phone < ...
        time 1m
        bob > PRIVMSG #tea :to nobody

        """ + Back +
        """
        back > JOIN #tea
        back << :* 366 *
        back < :bob!* PRIVMSG #tea :[2027-01-15 08:01 UTC] to the phone
        back < :bob!* PRIVMSG #tea :[2027-01-15 08:02 UTC] to nobody
        """);

    [Fact]
    public Task Who_can_ask_for_history_bots_and_those_who_do_not_want_it_are_told_nothing() => Transcript.RunAsync(Begin +
        """
        bob > PRIVMSG #tea :missed
        bob > PRIVMSG ann :psst
        modern connects as ann with draft/chathistory batch
        modern > JOIN #tea
        modern << :* 366 *
        modern < none
        modern > NS SET AUTOREPLAY 0
        modern < :NickServ!* NOTICE ann :AUTOREPLAY is 0
        modern > NS SET AUTOREPLAY 101
        modern < :NickServ!* NOTICE ann :It is written: *

        """ + Back +
        """
        back << :* 366 *
        back < none
        modern > NS SET AUTOREPLAY 1
        modern < ...
        modern > MODE ann +B
        modern < ...
        back > QUIT
        back < ...
        bob > PRIVMSG #tea :to a bot
        bot opens
        bot > PASS :ann@laptop:correct horse
        bot > NICK ann
        bot > USER ann 0 * :Ann
        bot << :* 366 *
        bot < none
        """);

    [Fact]
    public Task At_most_so_many_lines_are_told_and_nothing_of_a_room_that_nobody_registered() => Transcript.RunAsync(Begin +
        """
        bob > JOIN #cups
        bob < ...
        bob > PRIVMSG #cups :not kept for others
        bob > PRIVMSG #tea :one
        bob > PRIVMSG #tea :two
        bob > PRIVMSG #tea :three
        web connects as ann with draft/chathistory batch
        web > NS SET AUTOREPLAY 2
        web < ...

        """ + Back +
        """
        back > JOIN #cups
        back << :* 366 *
        back < none
        back > JOIN #tea
        back << :* 366 *
        back < :bob!* PRIVMSG #tea :[*] two
        back < :bob!* PRIVMSG #tea :[*] three
        """);

    [Fact]
    public async Task What_was_said_while_the_connection_was_dead_is_told_again()
    {
        await using var stage = await Stage.OpenAsync(Stage.Options with { Limits = Stage.Options.Limits with { PingSeconds = 60 } });
        await Transcript.RunAsync(stage, Begin);
        await Transcript.RunAsync(stage, Back + "back > JOIN #tea\nback << :* 366 *");
        // Half open: it answers nothing any more, and what is sent to it goes nowhere.
        await stage.PassAsync(TimeSpan.FromSeconds(10));
        await stage.Find("bob")!.SendAsync("PRIVMSG #tea :into the void");
        for (var i = 0; i < 6; i++)
        {
            await stage.Find("bob")!.CatchUpAsync();
            await stage.PassAsync(TimeSpan.FromSeconds(25));
        }
        await stage.Find("back")!.Serving.WaitAsync(WireClient.Patience, TestContext.Current.CancellationToken);

        await Transcript.RunAsync(stage,
            """
            again opens
            again > PASS :ann@laptop:correct horse
            again > NICK ann
            again > USER ann 0 * :Ann
            again > JOIN #tea
            again << :* 366 *
            again < :bob!* PRIVMSG #tea :[*] into the void
            """);
    }

    [Fact]
    public async Task What_was_heard_is_known_after_a_restart()
    {
        var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage, Begin + "bob > PRIVMSG #tea :missed");
        stage = await stage.RestartAsync();
        await using (stage)
        {
            await Transcript.RunAsync(stage, Back +
                """
                back > JOIN #tea
                back << :* 366 *
                back < :bob!* PRIVMSG #tea :[*] missed
                """);
        }
    }

    [Fact]
    public Task Who_logs_in_later_is_told_what_was_written_to_the_account() => Transcript.RunAsync(
        """
        account ann
        bob connects
        time 1m
        bob > PRIVMSG ann :psst
        bob > NICK rob
        bob < ...
        eve connects
        eve > NS IDENTIFY ann correct horse
        eve < :* 900 *
        eve < :* 396 *
        eve < :NickServ!* NOTICE eve :You are logged in as ann
        eve < :bob!* PRIVMSG eve :[2027-01-15 08:01 UTC] psst
        """);
}
