using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Services;

public sealed class InviteLinkTranscripts
{
    [Fact]
    public Task A_link_lets_in_so_many_for_so_long() => Transcript.RunAsync(
        """
        account ann
        ann1 connects as ann
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        ann1 > MODE #tea +ikl key 1
        ann1 < ...
        ann1 > CS INVITELINK #tea 24 2
        ann1 < :ChanServ!* NOTICE ann :Until 2027-01-16T08:00:00.000Z this lets in 2: JOIN #tea $token
        bob connects
        bob > JOIN #tea wrong
        bob < :* 475 *
        bob > JOIN #tea $token
        bob < :bob!* JOIN #tea
        bob < ...
        ann1 < :bob!* JOIN #tea
        ann1 > CS INVITELINK #tea LIST
        ann1 < :ChanServ!* NOTICE ann :1: until 2027-01-16T08:00:00.000Z, for 1
        ann1 < :ChanServ!* NOTICE ann :End of list
        cat connects
        cat > JOIN #tea $token
        cat < :cat!* JOIN #tea
        cat < ...
        dan connects
        dan > JOIN #tea $token
        dan < :* 475 *
        ann1 > CS INVITELINK #tea 1
        ann1 < :ChanServ!* NOTICE ann :* JOIN #tea $late
        time 61m
        clear
        dan > JOIN #tea $late
        dan < :* 475 *
        bob < ...
        """);

    [Fact]
    public Task A_link_that_was_ended_and_a_banned_guest_stay_outside() => Transcript.RunAsync(
        """
        account ann
        ann1 connects as ann
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        ann1 > MODE #tea +ib eve
        ann1 < ...
        ann1 > CS INVITELINK #tea
        ann1 < :ChanServ!* NOTICE ann :* JOIN #tea $token
        eve connects
        eve > JOIN #tea $token
        eve < :* 473 *
        bob connects
        bob > CS INVITELINK #tea
        bob < :ChanServ!* NOTICE bob :Log in *
        ann1 > CS INVITELINK #tea DEL 1
        ann1 < :ChanServ!* NOTICE ann :#tea is changed
        bob > JOIN #tea $token
        bob < :* 473 *
        ann1 > CS INVITELINK #tea soon
        ann1 < :ChanServ!* NOTICE ann :It is written: *
        """);

    [Fact]
    public Task Where_everybody_may_come_nothing_is_used_up() => Transcript.RunAsync(
        """
        account ann
        ann1 connects as ann
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        ann1 < ...
        ann1 > CS INVITELINK #tea
        ann1 < :ChanServ!* NOTICE ann :* JOIN #tea $token
        bob connects
        bob > JOIN #tea $token
        bob < ...
        ann1 > MODE #tea +i
        ann1 < ...
        cat connects
        cat > JOIN #tea $token
        cat < :cat!* JOIN #tea
        cat < ...
        """);

    [Fact]
    public async Task A_link_opens_registration_where_it_is_closed()
    {
        await using var stage = await Stage.OpenAsync(Stage.Options with { Accounts = Stage.Options.Accounts with { RegistrationOpen = false } });
        await Transcript.RunAsync(stage,
            """
            account ann
            ann1 connects as ann
            ann1 > JOIN #tea
            ann1 > CS REGISTER #tea
            ann1 < ...
            ann1 > CS INVITELINK #tea
            ann1 < :ChanServ!* NOTICE ann :* JOIN #tea $token
            bob connects
            bob > REGISTER * * correct-horse
            bob < :* FAIL REGISTER TEMPORARILY_UNAVAILABLE bob :Registration is closed on this server
            bob > REGISTER * * correct-horse wrong
            bob < :* FAIL REGISTER TEMPORARILY_UNAVAILABLE bob :*
            bob > REGISTER * * correct-horse $token
            bob < :* REGISTER SUCCESS bob :*
            bob < ...
            cat connects
            cat > REGISTER * * correct-horse $token
            cat < :* FAIL REGISTER TEMPORARILY_UNAVAILABLE cat :*
            """);
    }
}
