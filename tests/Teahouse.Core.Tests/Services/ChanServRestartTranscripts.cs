using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Services;

/// <summary>Whatever is set of a room is so after a restart of the server.</summary>
public sealed class ChanServRestartTranscripts
{
    [Fact]
    public Task Modes_lists_topic_and_key_stay() => BeforeAndAfterAsync(
        """
        account ann
        ann1 connects as ann
        ann1 > JOIN #tea
        ann1 > JOIN #else
        ann1 > CS REGISTER #tea
        ann1 > TOPIC #tea :leaves
        ann1 > MODE #tea +ikl key 7
        ann1 > MODE #tea +CRMuUf #else
        ann1 > MODE #tea +beI eve fay gus
        """,
        """
        ann1 connects as ann
        ann1 > JOIN #tea
        ann1 < :ann!* JOIN #tea
        ann1 < :* 332 ann #tea :leaves
        ann1 < :* 333 ann #tea ann!* *
        ann1 < ...
        ann1 > MODE #tea
        ann1 < :* 324 ann #tea +CMRUintufkl #else key 7
        ann1 < ...
        ann1 > MODE #tea b
        ann1 < :* 367 ann #tea eve!*@* ann!* *
        ann1 < :* 368 *
        ann1 > MODE #tea e
        ann1 < :* 348 ann #tea fay!*@* ann!* *
        ann1 < :* 349 *
        ann1 > MODE #tea I
        ann1 < :* 346 ann #tea gus!*@* ann!* *
        ann1 < :* 347 *
        ann1 > CS INFO #tea
        ann1 ~ :ChanServ!* NOTICE ann :Modes: +CMRUintufkl #else * 7
        ann1 < ...
        """);

    [Fact]
    public Task Levels_options_and_links_stay() => BeforeAndAfterAsync(
        """
        account ann
        account bob
        account cat
        account dan
        ann1 connects as ann
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        ann1 > CS ACCESS #tea ADD bob admin
        ann1 > CS ACCESS #tea ADD cat halfop
        ann1 > CS AMODE #tea +v dan
        ann1 > CS ACCESS #tea DEL dan
        ann1 > CS SET #tea RETENTION 30
        ann1 > CS SET #tea MESSAGES 500
        ann1 > CS SET #tea VISIBLE joined
        ann1 > MODE #tea +i
        ann1 < ...
        ann1 > CS INVITELINK #tea 24 2
        ann1 < :ChanServ!* NOTICE ann :* JOIN #tea $token
        eve connects
        eve > JOIN #tea $token
        eve < :eve!* JOIN #tea
        eve < ...
        ann1 < ...
        """,
        """
        ann1 connects as ann
        ann1 > CS ACCESS #tea
        ann1 < :ChanServ!* NOTICE ann :founder: ann
        ann1 < :ChanServ!* NOTICE ann :admin: bob
        ann1 < :ChanServ!* NOTICE ann :halfop: cat
        ann1 < :ChanServ!* NOTICE ann :End of list
        ann1 > CS INFO #tea
        ann1 ~ :ChanServ!* NOTICE ann :Founder: ann
        ann1 ~ :ChanServ!* NOTICE ann :History: on, kept for 30 days and up to 500 messages, new members read what was said since they joined
        ann1 < ...
        ann1 > CS INVITELINK #tea LIST
        ann1 < :ChanServ!* NOTICE ann :1: until *, for 1
        ann1 < :ChanServ!* NOTICE ann :End of list
        cat1 connects as cat
        cat1 > JOIN #tea
        cat1 < :cat!* JOIN #tea
        cat1 < :* 353 cat = #tea :%cat
        cat1 < :* 366 *
        """);

    [Fact]
    public Task Who_was_given_a_room_has_it_and_what_was_given_up_is_nobodys() => BeforeAndAfterAsync(
        """
        account ann
        account bob
        ann1 connects as ann
        ann1 > JOIN #tea
        ann1 > JOIN #milk
        ann1 > CS REGISTER #tea
        ann1 > CS REGISTER #milk
        ann1 > CS TRANSFER #tea bob
        ann1 < ...
        ann1 > CS DROP #milk
        ann1 < :ChanServ!* NOTICE ann :*/msg ChanServ DROP #milk $code
        ann1 > CS DROP #milk $code
        ann1 < ...
        """,
        """
        bob1 connects as bob
        bob1 > CS LIST
        bob1 < :ChanServ!* NOTICE bob :#tea
        bob1 < :ChanServ!* NOTICE bob :End of list
        bob1 > CS INFO #milk
        bob1 < :ChanServ!* NOTICE bob :There is no channel #milk
        ann1 connects as ann
        ann1 > CS LIST
        ann1 < :ChanServ!* NOTICE ann :End of list
        ann1 > CS SET #tea VISIBLE all
        ann1 < :ChanServ!* NOTICE ann :This is for the channel's founder
        """);

    [Fact]
    public Task A_room_without_history_stays_one() => BeforeAndAfterAsync(
        """
        account ann
        ann1 connects as ann
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        ann1 > CS SET #tea HISTORY off
        """,
        """
        ann1 connects as ann with message-tags teahouse.chat/seq echo-message
        ann1 > JOIN #tea
        ann1 < ...
        ann1 > PRIVMSG #tea :unkept
        ann1 < @!teahouse.chat/seq :ann!* PRIVMSG #tea :unkept
        ann1 > CS INFO #tea
        ann1 ~ :ChanServ!* NOTICE ann :History: off
        ann1 < ...
        """);

    [Fact]
    public async Task A_room_whose_account_is_gone_is_the_next_ones_or_nobodys()
    {
        await using var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage,
            """
            account ann
            account bob
            account cat
            ann1 connects as ann
            bob1 connects as bob
            ann1 > JOIN #tea,#milk
            ann1 > CS REGISTER #tea
            ann1 > CS REGISTER #milk
            ann1 > CS ACCESS #tea ADD cat halfop
            ann1 > CS ACCESS #tea ADD bob op
            ann1 > CS ACCESS #milk ADD cat halfop
            bob1 > JOIN #tea,#milk
            clear
            """);
        await stage.Server.RemoveAccountAsync("ann");
        await Transcript.RunAsync(stage,
            """
            bob1 ~ :ChanServ!* MODE #tea *+q *bob
            bob1 < ...
            bob1 > CS ACCESS #tea
            bob1 < :ChanServ!* NOTICE bob :founder: bob
            bob1 < :ChanServ!* NOTICE bob :halfop: cat
            bob1 < :ChanServ!* NOTICE bob :End of list
            bob1 > CS INFO #milk
            bob1 < :ChanServ!* NOTICE bob :#milk is not registered
            """);
        await stage.Server.RemoveAccountAsync("cat");
        await Transcript.RunAsync(stage,
            """
            time 61m
            clear
            bob1 > CS ACCESS #tea
            bob1 < :ChanServ!* NOTICE bob :founder: bob
            bob1 < :ChanServ!* NOTICE bob :End of list
            """);
        Assert.Empty(stage.Faults);
    }

    private static async Task BeforeAndAfterAsync(string before, string after)
    {
        var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage, before);
        await using var next = await stage.RestartAsync();
        await next.PassAsync(TimeSpan.FromMinutes(11));
        await Transcript.RunAsync(next, after);
        Assert.Empty(next.Faults);
    }
}
