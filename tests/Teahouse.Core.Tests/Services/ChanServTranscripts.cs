using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Services;

public sealed class ChanServTranscripts
{
    [Fact]
    public Task A_room_is_registered_by_who_runs_it_and_its_founder_is_known_by_a_tilde() => Transcript.RunAsync(
        """
        account ann
        account bob
        ann1 connects as ann
        bob1 connects as bob
        cat connects
        ann1 > JOIN #tea
        bob1 > JOIN #tea
        cat > JOIN #other
        clear
        cat > PRIVMSG ChanServ :REGISTER #other
        cat < :ChanServ!services@tea.example NOTICE cat :Log in to an account first
        bob1 > CS REGISTER #tea
        bob1 < :ChanServ!* NOTICE bob :You're not a channel operator
        bob1 > CS REGISTER #nowhere
        bob1 < :ChanServ!* NOTICE bob :There is no channel #nowhere
        ann1 > PRIVMSG chanserv :register #TEA
        ann1 < :ChanServ!services@tea.example MODE #tea +q ann
        ann1 < :ChanServ!* NOTICE ann :#tea is yours now
        bob1 < :ChanServ!* MODE #tea +q ann
        bob1 > NAMES #tea
        bob1 < :* 353 bob = #tea :*~ann*
        bob1 < :* 366 *
        ann1 > CHANSERV REGISTER #tea
        ann1 < :ChanServ!* NOTICE ann :It is so already
        ann1 > MODE #tea +o bob
        ann1 < ...
        bob1 < ...
        bob1 > CS REGISTER #tea
        bob1 < :ChanServ!* NOTICE bob :The channel belongs to somebody already
        bob1 > KICK #tea ann
        bob1 < :* 482 bob #tea :*
        bob1 > MODE #tea -o ann
        bob1 < :* 482 bob #tea :*
        ann1 > CS LIST
        ann1 < :ChanServ!* NOTICE ann :#tea
        ann1 < :ChanServ!* NOTICE ann :End of list
        """);

    [Fact]
    public async Task A_registered_room_outlives_its_members_and_the_server()
    {
        var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage,
            """
            account ann
            account bob
            ann1 connects as ann
            ann1 > JOIN #tea
            ann1 > CS REGISTER #tea
            ann1 > CS ACCESS #tea ADD bob op
            ann1 > TOPIC #tea :leaves
            ann1 > MODE #tea +be eve a:eve
            ann1 > QUIT
            time 1h
            dan connects
            dan > LIST
            dan < :* 321 *
            dan < :* 322 dan #tea 0 :leaves
            dan < :* 323 *
            """);
        await using var next = await stage.RestartAsync();
        await Transcript.RunAsync(next,
            """
            cat connects
            cat > JOIN #tea
            cat < :cat!* JOIN #tea
            cat < :* 332 cat #tea :leaves
            cat < :* 333 *
            cat < :* 353 cat = #tea :cat
            cat < :* 366 *
            bob1 connects as bob
            bob1 > JOIN #tea
            bob1 < :bob!* JOIN #tea
            bob1 < :* 332 *
            bob1 < :* 333 *
            bob1 < :* 353 bob = #tea :*@bob*
            bob1 < :* 366 *
            cat < :bob!* JOIN #tea
            cat < :ChanServ!* MODE #tea +o bob
            ann1 connects as ann
            ann1 > JOIN #tea
            ann1 < ...
            cat < :ann!* JOIN #tea
            cat < :ChanServ!* MODE #tea +qo ann ann
            bob1 < ...
            ann1 > MODE #tea b
            ann1 < :* 367 ann #tea eve!*@* *
            ann1 < :* 368 *
            """);
    }

    [Fact]
    public Task Levels_of_access_are_given_from_above_and_take_effect_at_once() => Transcript.RunAsync(
        """
        account ann
        account bob
        account cat
        ann1 connects as ann
        bob1 connects as bob
        cat1 connects as cat
        ann1 > JOIN #tea
        bob1 > JOIN #tea
        cat1 > JOIN #tea
        ann1 > CS REGISTER #tea
        clear
        cat1 > CS ACCESS #tea
        cat1 < :ChanServ!* NOTICE cat :You're not a channel operator
        ann1 > CS ACCESS #tea ADD bob admin
        ann1 < :ChanServ!* MODE #tea +a bob
        ann1 < :ChanServ!* NOTICE ann :bob is admin in #tea
        bob1 < :ChanServ!* MODE #tea +a bob
        bob1 > CS AMODE #tea +h cat
        bob1 < :ChanServ!* MODE #tea +h cat
        bob1 < :ChanServ!* NOTICE bob :cat is halfop in #tea
        bob1 > CS AMODE #tea +v cat
        bob1 < :ChanServ!* MODE #tea +v-h cat cat
        bob1 < :ChanServ!* NOTICE bob :cat is voice in #tea
        bob1 > CS ACCESS #tea ADD cat admin
        bob1 < :ChanServ!* NOTICE bob :You're not a channel operator
        bob1 > CS ACCESS #tea ADD ann voice
        bob1 < :ChanServ!* NOTICE bob :You're not a channel operator
        bob1 > CS ACCESS #tea ADD nobody op
        bob1 < :ChanServ!* NOTICE bob :There is no such account
        bob1 > CS AMODE #tea +q cat
        bob1 < :ChanServ!* NOTICE bob :It is written: *
        bob1 > CS ACCESS #tea LIST
        bob1 < :ChanServ!* NOTICE bob :founder: ann
        bob1 < :ChanServ!* NOTICE bob :admin: bob
        bob1 < :ChanServ!* NOTICE bob :voice: cat
        bob1 < :ChanServ!* NOTICE bob :End of list
        bob1 > CS ACCESS #tea DEL cat
        bob1 < :ChanServ!* MODE #tea -v cat
        bob1 < :ChanServ!* NOTICE bob :cat is nothing in particular in #tea
        cat1 < ...
        ann1 < ...
        """);

    [Fact]
    public Task What_one_has_one_may_take_up_and_lay_down() => Transcript.RunAsync(
        """
        account ann
        account bob
        ann1 connects as ann
        bob1 connects as bob
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        ann1 > CS ACCESS #tea ADD bob op
        bob1 > JOIN #tea
        cat joins #tea
        bob1 > CS DEOP #tea
        bob1 < :ChanServ!* MODE #tea -o bob
        bob1 < :ChanServ!* NOTICE bob :#tea is changed
        bob1 > CS OP #tea
        bob1 < :ChanServ!* MODE #tea +o bob
        bob1 < :ChanServ!* NOTICE bob :#tea is changed
        bob1 > CS VOICE #tea cat
        bob1 < :ChanServ!* MODE #tea +v cat
        bob1 < :ChanServ!* NOTICE bob :#tea is changed
        bob1 > CS DEVOICE #tea cat
        bob1 < :ChanServ!* MODE #tea -v cat
        bob1 < :ChanServ!* NOTICE bob :#tea is changed
        bob1 > CS HALFOP #tea cat
        bob1 < :ChanServ!* MODE #tea +h cat
        bob1 < :ChanServ!* NOTICE bob :#tea is changed
        bob1 > CS DEHALFOP #tea cat
        bob1 < ...
        bob1 > CS DEOP #tea ann
        bob1 < :ChanServ!* NOTICE bob :You're not a channel operator
        bob1 > CS OP #tea nobody
        bob1 < :ChanServ!* NOTICE bob :nobody is not in #tea
        cat < ...
        cat > CS OP #tea
        cat < :ChanServ!* NOTICE cat :Log in *
        """);

    [Fact]
    public Task Who_logs_in_becomes_what_the_account_is_here() => Transcript.RunAsync(
        """
        account ann
        account bob
        ann1 connects as ann
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        ann1 > CS AMODE #tea +o bob
        bobby connects with sasl
        bobby > JOIN #tea
        clear
        bobby > AUTHENTICATE PLAIN
        bobby > AUTHENTICATE AGJvYgBjb3JyZWN0IGhvcnNl
        bobby ~ :ChanServ!* MODE #tea +o bobby
        bobby < ...
        ann1 < :ChanServ!* MODE #tea +o bobby
        """);

    [Fact]
    public Task A_room_is_given_away_whole() => Transcript.RunAsync(
        """
        account ann
        account bob
        ann1 connects as ann
        bob1 connects as bob
        ann1 > JOIN #tea
        bob1 > JOIN #tea
        ann1 > CS REGISTER #tea
        clear
        bob1 > CS TRANSFER #tea bob
        bob1 < :ChanServ!* NOTICE bob :This is for the channel's founder
        ann1 > CS TRANSFER #tea nobody
        ann1 < :ChanServ!* NOTICE ann :There is no such account
        ann1 > CS TRANSFER #tea bob
        ann1 < :ChanServ!* MODE #tea -q+qo ann bob bob
        ann1 < :ChanServ!* NOTICE ann :#tea belongs to bob now
        bob1 < :ChanServ!* MODE #tea -q+qo ann bob bob
        ann1 > CS TRANSFER #tea ann
        ann1 < :ChanServ!* NOTICE ann :This is for the channel's founder
        ann1 > CS INFO #tea
        ann1 < :ChanServ!* NOTICE ann :Founder: bob
        ann1 < :ChanServ!* NOTICE ann :Since: 2027-01-15T08:00:00.000Z
        ann1 < :ChanServ!* NOTICE ann :Modes: +nt
        ann1 < :ChanServ!* NOTICE ann :History: on, kept without end, new members read all of it
        """);

    [Theory]
    [InlineData("DROP")]
    [InlineData("UNREGISTER")]
    public Task A_room_that_is_given_up_ends_with_its_last_member(string command) => Transcript.RunAsync(
        $"""
        account ann
        ann1 connects as ann
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        ann1 < ...
        ann1 > CS {command} #tea
        ann1 < :ChanServ!* NOTICE ann :*/msg ChanServ {command} #tea $code
        ann1 > CS {command} #tea $code
        ann1 < :ChanServ!* MODE #tea -q ann
        ann1 < :ChanServ!* NOTICE ann :#tea belongs to nobody now
        ann1 > CS INFO #tea
        ann1 < :ChanServ!* NOTICE ann :#tea is not registered
        ann1 > TOPIC #tea :gone soon
        ann1 > PART #tea
        time 11m
        ann1 < ...
        ann1 > JOIN #tea
        ann1 < :ann!* JOIN #tea
        ann1 < :* 353 ann = #tea :@ann
        ann1 < :* 366 *
        """);

    [Fact]
    public Task An_account_owns_only_so_many_rooms() => Transcript.RunAsync(
        """
        account ann
        ann1 connects as ann
        ann1 > JOIN #a,#b
        ann1 > CS REGISTER #a
        ann1 < ...
        ann1 > CS REGISTER #b
        ann1 < :ChanServ!* NOTICE ann :You have 1 channels already; drop one first
        ann2 connects by web as ann
        ann2 > JOIN #c
        ann2 < ...
        ann2 > NAMES #c
        ann2 < :* 353 ann = #c :@ann
        ann2 < :* 366 *
        ann1 < ...
        """, Stage.Options with { Limits = Stage.Options.Limits with { RegisteredChannels = 1 } });

    [Fact]
    public Task Help_names_what_there_is() => Transcript.RunAsync(
        """
        ann connects
        ann > CS HELP
        ann ~ :ChanServ!* NOTICE ann :REGISTER: *
        ann < ...
        ann > CS HELP SET
        ann ~ :ChanServ!* NOTICE ann :VISIBLE *
        ann < ...
        """);
}
