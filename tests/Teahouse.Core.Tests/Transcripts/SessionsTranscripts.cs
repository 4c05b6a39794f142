namespace Teahouse.Core.Tests.Transcripts;

public sealed class SessionsTranscripts
{
    [Fact]
    public Task Sessions_of_one_account_share_one_nick_and_are_in_the_same_rooms() => Transcript.RunAsync(
        """
        account ann
        one joins #tea as ann
        bob joins #tea
        one > TOPIC #tea :leaves
        one < :ann!* TOPIC #tea :leaves
        bob < :ann!* TOPIC #tea :leaves
        two opens
        two > CAP REQ sasl
        two > AUTHENTICATE PLAIN
        two > AUTHENTICATE AGFubgBjb3JyZWN0IGhvcnNl
        two > NICK anna
        two > USER two 0 * :Two
        two > CAP END
        two < :* CAP * ACK :sasl
        two < AUTHENTICATE +
        two < :* 900 *
        two < :* 903 *
        two < :* 001 ann :Welcome to the Tea Network, ann!~one@ann.cloak
        two < :* 002 *
        two < :* 003 *
        two < :* 004 *
        two < :* 005 *
        two < :* 005 *
        two < :* 005 *
        two < :* 251 ann :There are 2 users *
        two < :* 252 *
        two < :* 253 *
        two < :* 254 *
        two < :* 255 *
        two < :* 265 *
        two < :* 266 *
        two < :* 422 *
        two < :ann!~one@ann.cloak JOIN #tea
        two < :* 332 ann #tea :leaves
        two < :* 333 *
        two < :* 353 ann = #tea :*
        two < :* 366 *
        bob < none
        one < none
        """);

    [Fact]
    public Task What_one_session_does_the_others_see() => Transcript.RunAsync(
        """
        account ann
        one joins #tea as ann with echo-message
        two connects as ann with echo-message message-tags
        three connects as ann
        bob connects
        one > PRIVMSG #tea :from one
        one < :ann!* PRIVMSG #tea :from one
        two < :ann!* PRIVMSG #tea :from one
        three < :ann!* PRIVMSG #tea :from one
        one > JOIN #cups
        one < :ann!* JOIN #cups
        one < :* 353 *
        one < :* 366 *
        two < :ann!* JOIN #cups
        two < :* 353 ann = #cups :@ann
        two < :* 366 *
        three < :ann!* JOIN #cups
        three < :* 353 *
        three < :* 366 *
        two > NICK anna
        one < :ann!* NICK anna
        two < :ann!* NICK anna
        three < :ann!* NICK anna
        two > PRIVMSG bob :from two
        bob < :anna!* PRIVMSG bob :from two
        one < :anna!* PRIVMSG bob :from two
        two < :anna!* PRIVMSG bob :from two
        three < :anna!* PRIVMSG bob :from two
        bob > PRIVMSG anna :to all of you
        one < :bob!* PRIVMSG anna :to all of you
        two < :bob!* PRIVMSG anna :to all of you
        three < :bob!* PRIVMSG anna :to all of you
        three > PART #cups
        one < :anna!* PART #cups
        two < :anna!* PART #cups
        three < :anna!* PART #cups
        """);

    [Fact]
    public Task A_user_quits_with_its_last_session() => Transcript.RunAsync(
        """
        account ann
        one joins #tea as ann
        two connects as ann
        bob joins #tea
        one > QUIT :bye
        one < :ann!* QUIT :Quit: bye
        one < ERROR :Closing link: * (Quit: bye)
        one ends
        bob < none
        bob > PRIVMSG #tea :still here?
        two < :bob!* PRIVMSG #tea :still here?
        two drops
        two < ERROR :*
        bob < :ann!* QUIT :Connection closed
        """);

    [Fact]
    public Task A_guest_that_comes_back_within_ten_minutes_never_left() => Transcript.RunAsync(
        """
        guest gus
        one joins #tea as gus
        bob joins #tea
        one drops
        bob < none
        time 9m
        two connects as gus
        two > NAMES #tea
        two < :* 353 gus = #tea :*
        two < :* 366 *
        bob < none
        time 80s
        time 80s
        bob > PRIVMSG #tea :tea?
        two < ...
        bob < ...
        two drops
        time 5m
        bob < ...
        time 6m
        bob < PING *
        bob < :gus!* QUIT :*
        """);

    [Fact]
    public Task Who_quits_does_not_linger() => Transcript.RunAsync(
        """
        guest gus
        one joins #tea as gus
        bob joins #tea
        one > QUIT
        bob < :gus!* QUIT :Quit
        """);

    [Fact]
    public Task What_is_said_to_a_guest_that_reloads_is_not_lost() => Transcript.RunAsync(
        """
        guest gus
        one joins #tea as gus
        bob joins #tea
        one drops
        bob > PRIVMSG gus :there?
        bob > PRIVMSG #tea :all there?
        two connects as gus with draft/chathistory batch message-tags
        two > CHATHISTORY LATEST bob * 5
        two < :* BATCH +$b chathistory bob
        two < :bob!* PRIVMSG gus :there?
        two < :* BATCH -$b
        two > CHATHISTORY LATEST #tea * 5
        two < :* BATCH +$c chathistory #tea
        two < :bob!* PRIVMSG #tea :all there?
        two < :* BATCH -$c
        """);

    [Fact]
    public Task Whoever_was_kicked_is_out_with_all_sessions() => Transcript.RunAsync(
        """
        account bob
        ann joins #tea
        one joins #tea as bob
        two connects as bob
        ann > KICK #tea bob :hot
        one < :ann!* KICK #tea bob :hot
        two < :ann!* KICK #tea bob :hot
        ann < :ann!* KICK #tea bob :hot
        ann > PRIVMSG #tea :gone
        one < none
        two < none
        three connects as bob
        three < none
        three < none
        one drops
        two drops
        three drops
        three < ...
        one < ...
        two < ...
        ann < none
        """);
}
