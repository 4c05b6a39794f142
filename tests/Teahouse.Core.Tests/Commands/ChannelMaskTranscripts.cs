using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class ChannelMaskTranscripts
{
    [Fact]
    public Task An_exception_lets_in_whom_a_ban_keeps_out() => Transcript.RunAsync(
        """
        ann joins #tea
        bob connects
        ann > MODE #tea +be b* *ob!*@*
        ann < :ann!* MODE #tea +be b*!*@* *ob!*@*
        ben connects
        ben > JOIN #tea
        ben < :* 474 ben #tea :Cannot join channel (+b)
        bob > JOIN #tea
        bob < :bob!* JOIN #tea
        bob < ...
        ann < :bob!* JOIN #tea
        ann > MODE #tea e
        ann < :* 348 ann #tea *ob!*@* ann!* 1800000000
        ann < :* 349 ann #tea :*
        bob > MODE #tea e
        bob < :* 482 bob #tea :*
        bob > PRIVMSG #tea :here
        ann < :bob!* PRIVMSG #tea :here
        """);

    [Fact]
    public Task An_invite_exception_opens_an_invite_only_room() => Transcript.RunAsync(
        """
        account bob
        ann joins #tea
        ann > MODE #tea +iI ~a:bob
        ann < :ann!* MODE #tea +iI a:bob
        cat connects
        cat > JOIN #tea
        cat < :* 473 cat #tea :*
        bob1 connects as bob
        bob1 > JOIN #tea
        bob1 < :bob!* JOIN #tea
        bob1 < ...
        ann < :bob!* JOIN #tea
        ann > MODE #tea I
        ann < :* 346 ann #tea a:bob *
        ann < :* 347 ann #tea :*
        ann > MODE #tea +I :a: b
        ann < :* 696 ann #tea I * :*
        """);

    [Fact]
    public Task A_ban_of_an_account_meets_the_account_under_any_nick_and_nobody_else() => Transcript.RunAsync(
        """
        account bob
        ann joins #tea
        ann > MODE #tea +b a:BOB
        ann < :ann!* MODE #tea +b a:BOB
        bobby connects
        bobby > JOIN #tea
        bobby < :bobby!* JOIN #tea
        bobby < ...
        bob1 connects as bob
        bob1 > NICK bert
        bob1 < :bob!* NICK bert
        bob1 > JOIN #tea
        bob1 < :* 474 bert #tea :*
        ann > MODE #tea -b a:bob
        ann < :ann!* MODE #tea -b a:BOB
        bob1 > JOIN #tea
        bob1 < :bert!* JOIN #tea
        bob1 < ...
        bobby < ...
        ann < ...
        """);

    [Fact]
    public Task A_mute_lets_in_and_keeps_silent() => Transcript.RunAsync(
        """
        ann joins #tea
        ann > MODE #tea +b m:bob
        ann < :ann!* MODE #tea +b m:bob!*@*
        bob joins #tea
        bob > PRIVMSG #tea :me?
        bob < :* 404 bob #tea :Cannot send to channel (+b)
        ann > MODE #tea +v bob
        ann < :ann!* MODE #tea +v bob
        bob < :ann!* MODE #tea +v bob
        bob > PRIVMSG #tea :with voice
        ann < :bob!* PRIVMSG #tea :with voice
        ann > MODE #tea -v+e bob m:*!~bob@*
        ann < :ann!* MODE #tea -v+e bob m:*!~bob@*
        bob < :ann!* MODE #tea -v+e bob m:*!~bob@*
        bob > PRIVMSG #tea :excepted
        ann < :bob!* PRIVMSG #tea :excepted
        """);

    [Fact]
    public Task A_quiet_as_other_servers_know_it_is_a_mute() => Transcript.RunAsync(
        """
        ann joins #tea
        ann > MODE #tea +q *!*@spam.example
        ann < :ann!* MODE #tea +b m:*!*@spam.example
        ann > MODE #tea +b eve
        ann < :ann!* MODE #tea +b eve!*@*
        ann > MODE #tea q
        ann < :* 728 ann #tea q *!*@spam.example ann!* 1800000000
        ann < :* 729 ann #tea q :*
        ann > MODE #tea -q *!*@spam.example
        ann < :ann!* MODE #tea -b m:*!*@spam.example
        """);
}
