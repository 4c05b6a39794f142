using Teahouse.Core.Hosting;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Sessions;

/// <summary>keep_online over a restart, and how long it lasts.</summary>
public sealed class StayingRestartTests
{
    [Fact]
    public async Task Who_stays_is_in_its_rooms_over_a_restart_and_nobody_hears_a_JOIN()
    {
        var stage = await Stage.OpenAsync(Stage.EverybodyStays);
        await Transcript.RunAsync(stage,
            """
            account ann
            ann joins #tea as ann
            ann > MODE #tea +m
            ann > SETNAME :Ann of the house
            ann > AWAY :lunch
            """);
        stage = await stage.RestartAsync();
        await using (stage)
        {
            await Transcript.RunAsync(stage,
                """
                bob connects with away-notify draft/chathistory draft/event-playback batch
                bob > JOIN #tea
                bob < :bob!* JOIN #tea
                bob ~ :* 353 bob = #tea :*@ann*
                bob < ...
                bob > WHO ann
                bob < :* 352 bob #tea ~ann ann.cloak tea.example ann G@ :0 Ann of the house
                bob < :* 315 *
                bob > CHATHISTORY LATEST #tea * 10
                bob < :* BATCH +*
                bob < :ann!* JOIN #tea
                bob < :ann!* MODE #tea +m
                bob < :ann!* SETNAME *
                bob < :bob!* JOIN #tea
                bob < :* BATCH -*
                back opens
                back > PASS :ann:correct horse
                back > NICK ann
                back > USER ann 0 * :Ann
                back < :* 900 *
                back < :* 001 *
                back < ...
                bob < :ann!* AWAY :lunch
                """);
        }
    }

    [Fact]
    public async Task Who_logged_in_late_is_back_after_a_restart_as_the_account_that_it_was_last()
    {
        var stage = await Stage.OpenAsync(Stage.EverybodyStays);
        await Transcript.RunAsync(stage,
            """
            account ann
            account bob
            me joins #tea
            me > NS IDENTIFY ann correct horse
            me < ...
            me > NS IDENTIFY bob correct horse
            me < ...
            """);
        stage = await stage.RestartAsync();
        await using (stage)
        {
            await Transcript.RunAsync(stage,
                """
                cat connects
                cat > WHOIS me
                cat < :* 311 cat me ~me bob.cloak *
                cat < ...
                cat > WHOIS ann
                cat < :* 401 *
                cat < :* 318 *
                cat > WHO #tea
                cat < :* 352 cat #tea ~me bob.cloak tea.example me G@ *
                cat < :* 315 *
                """);
        }
    }

    [Fact]
    public async Task A_guest_in_a_browser_that_sets_a_password_is_there_after_a_restart()
    {
        var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage,
            """
            guest gus
            gus connects by web as gus
            gus > JOIN #tea
            gus < ...
            gus > NS SET PASSWORD correct horse
            gus < ...
            """);
        stage = await stage.RestartAsync();
        await using (stage)
        {
            await Transcript.RunAsync(stage,
                """
                bob connects
                bob > WHO #tea
                bob < :* 352 bob #tea ~gus gus.cloak tea.example gus G~ *
                bob < :* 315 *
                """);
        }
    }

    [Fact]
    public async Task Who_left_before_the_restart_is_not_brought_back()
    {
        var stage = await Stage.OpenAsync(Stage.EverybodyStays);
        await Transcript.RunAsync(stage,
            """
            account ann
            account cat
            ann joins #tea as ann
            cat joins #tea as cat
            ann > NS SET KEEP-ONLINE off
            ann < ...
            cat > PART #tea
            cat < ...
            """);
        stage = await stage.RestartAsync();
        await using (stage)
        {
            await Transcript.RunAsync(stage,
                """
                bob connects
                bob > JOIN #tea
                bob < :bob!* JOIN #tea
                bob < :* 353 bob = #tea :bob
                bob < :* 366 *
                bob > WHOIS ann
                bob < :* 401 *
                bob < :* 318 *
                bob > WHOIS cat
                bob < :* 311 bob cat *
                bob < ...
                """);
        }
    }

    [Fact]
    public async Task Who_was_not_seen_for_ninety_days_stays_no_more()
    {
        await using var stage = await Stage.OpenAsync(Stage.EverybodyStays);
        await Transcript.RunAsync(stage,
            """
            account ann
            ann joins #tea as ann
            bob joins #tea
            ann drops
            time 2136h
            bob < none
            time 48h
            bob < :ann!* QUIT :Left
            """);
    }
}
