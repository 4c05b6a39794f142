namespace Teahouse.Core.Tests.Transcripts;

public sealed class ModeTranscripts
{
    [Fact]
    public Task Modes_are_shown_and_changed_by_operators() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea
        bob > MODE #tea
        bob < :* 324 bob #tea +nt
        bob < :* 329 bob #tea 1800000000
        bob > MODE #tea +m
        bob < :* 482 bob #tea :*
        ann > MODE #tea +ml-t 5
        ann < :ann!* MODE #tea +ml-t 5
        bob < :ann!* MODE #tea +ml-t 5
        ann > MODE #tea +m
        ann < none
        ann > MODE #tea
        ann < :* 324 ann #tea +mnl 5
        ann < :* 329 *
        ann > MODE #tea -l+l nonsense
        ann < :ann!* MODE #tea -l
        ann < :* 696 ann #tea l nonsense :*
        bob < :ann!* MODE #tea -l
        ann > MODE #tea +X
        ann < :* 472 ann X :*
        ann > MODE #tea +o
        ann < :* 696 ann #tea o * :*
        ann > MODE #tea +v cat
        ann < :* 401 ann cat :*
        ann > MODE #nowhere
        ann < :* 403 ann #nowhere :*
        cat connects
        cat > MODE #tea +m
        cat < :* 442 cat #tea :*
        """);

    [Fact]
    public Task Moderation_keeps_the_voiceless_silent() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea
        ann > MODE #tea +m
        ann < :ann!* MODE #tea +m
        bob < :ann!* MODE #tea +m
        bob > PRIVMSG #tea :may I?
        bob < :* 404 bob #tea :Cannot send to channel (+m)
        ann > MODE #tea +v bob
        ann < :ann!* MODE #tea +v bob
        bob < :ann!* MODE #tea +v bob
        bob > PRIVMSG #tea :thanks
        ann < :bob!* PRIVMSG #tea :thanks
        ann > MODE #tea -v+o bob bob
        ann < :ann!* MODE #tea -v+o bob bob
        bob < :ann!* MODE #tea -v+o bob bob
        bob > MODE #tea -o ann
        bob < :bob!* MODE #tea -o ann
        ann < :bob!* MODE #tea -o ann
        ann > MODE #tea +o ann
        ann < :* 482 *
        """);

    [Fact]
    public Task A_ban_is_a_mask_and_can_be_read() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea
        ann > MODE #tea +b bob
        ann < :ann!* MODE #tea +b bob!*@*
        bob < :ann!* MODE #tea +b bob!*@*
        bob > PRIVMSG #tea :me?
        bob < :* 404 bob #tea :Cannot send to channel (+b)
        bob > PART #tea
        bob < :bob!* PART #tea
        bob > JOIN #tea
        bob < :* 474 bob #tea :Cannot join channel (+b)
        ann < :bob!* PART #tea
        bob > MODE #tea b
        bob < :* 367 bob #tea bob!*@* ann!* 1800000000
        bob < :* 368 bob #tea :*
        ann > MODE #tea -b BOB!*@*
        ann < :ann!* MODE #tea -b bob!*@*
        bob > JOIN #tea
        bob < ...
        ann < :bob!* JOIN #tea
        ann > MODE #tea +b
        ann < :* 368 *
        ann > MODE #tea +b-k :not a mask
        ann < :* 696 ann #tea b * :*
        """);

    [Fact]
    public Task A_ban_list_has_an_end() => Transcript.RunAsync(
        """
        ann joins #tea
        ann > MODE #tea +bbb a b c
        ann < :ann!* MODE #tea +bb a!*@* b!*@*
        ann < :* 478 ann #tea c!*@* :*
        """, Stage.Options with { Limits = Stage.Options.Limits with { ChannelListEntries = 2 } });

    [Fact]
    public Task Keys_and_limits_guard_the_door() => Transcript.RunAsync(
        """
        ann joins #tea
        ann > MODE #tea +kl oolong 1
        ann < :ann!* MODE #tea +kl oolong 1
        bob connects
        bob > MODE #tea
        bob < :* 324 bob #tea +ntkl * 1
        bob < :* 329 *
        bob > JOIN #tea
        bob < :* 475 bob #tea :Cannot join channel (+k)
        bob > JOIN #tea oolong
        bob < :* 471 bob #tea :Cannot join channel (+l)
        ann > MODE #tea -l
        ann < :ann!* MODE #tea -l
        bob > JOIN #tea oolong
        bob < :bob!* JOIN #tea
        bob < ...
        ann < :bob!* JOIN #tea
        ann > MODE #tea -k
        ann < :ann!* MODE #tea -k *
        bob < :ann!* MODE #tea -k *
        ann > MODE #tea +k :a b
        ann < :* 525 ann #tea :*
        """);

    [Fact]
    public Task From_outside_one_speaks_only_where_it_is_allowed() => Transcript.RunAsync(
        """
        ann joins #tea
        bob connects
        bob > PRIVMSG #tea :hello?
        bob < :* 404 bob #tea :Cannot send to channel (+n)
        ann > MODE #tea -n
        ann < :ann!* MODE #tea -n
        bob > PRIVMSG #tea :hello
        ann < :bob!* PRIVMSG #tea :hello
        bob < none
        """);

    [Fact]
    public Task A_user_has_modes_of_its_own() => Transcript.RunAsync(
        """
        ann connects
        bob connects
        ann > MODE ann
        ann < :* 221 ann +
        ann > MODE ann +i
        ann < :ann!* MODE ann +i
        ann > MODE ann +i
        ann < none
        ann > MODE ann
        ann < :* 221 ann +i
        ann > MODE ann +o
        ann < none
        ann > MODE ann +X
        ann < :* 501 ann :*
        ann > MODE bob
        ann < :* 502 ann :*
        ann > MODE nobody
        ann < :* 401 ann nobody :*
        bob > WHO *
        bob < :* 352 bob * ~bob *
        bob < :* 315 *
        """);
}
