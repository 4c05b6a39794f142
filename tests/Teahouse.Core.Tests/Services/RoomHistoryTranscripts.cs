using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Services;

public sealed class RoomHistoryTranscripts
{
    [Fact]
    public Task New_members_of_an_open_room_read_all_of_it() => Transcript.RunAsync(
        """
        ann joins #tea
        ann > PRIVMSG #tea :before
        bob joins #tea with draft/chathistory batch message-tags
        bob > CHATHISTORY LATEST #tea * 10
        bob < :* BATCH +$b chathistory #tea
        bob < * PRIVMSG #tea :before
        bob < :* BATCH -$b
        """);

    [Theory]
    [InlineData("+i", "JOIN #tea")]
    [InlineData("+k key", "JOIN #tea key")]
    public Task New_members_of_a_guarded_room_read_what_was_said_since_they_joined(string mode, string join) => Transcript.RunAsync(
        $"""
        account cat
        ann joins #tea with draft/chathistory batch message-tags
        old joins #tea with draft/chathistory batch message-tags
        ann > MODE #tea {mode}
        ann > PRIVMSG #tea :before
        ann > INVITE bob #tea
        bob connects with draft/chathistory batch message-tags
        cat1 connects as cat with draft/chathistory batch message-tags
        ann > INVITE bob #tea
        ann > INVITE cat #tea
        bob > {join}
        cat1 > {join}
        ann > PRIVMSG #tea :after
        clear
        bob > CHATHISTORY LATEST #tea * 10
        bob < :* BATCH +$b chathistory #tea
        bob < * PRIVMSG #tea :after
        bob < :* BATCH -$b
        cat1 > CHATHISTORY BEFORE #tea timestamp=2030-01-01T00:00:00.000Z 10
        cat1 < :* BATCH +$c chathistory #tea
        cat1 < * PRIVMSG #tea :after
        cat1 < :* BATCH -$c
        // Who was there before the door was closed has heard it anyway.
        old > CHATHISTORY LATEST #tea * 10
        old < :* BATCH +$d chathistory #tea
        old < * PRIVMSG #tea :before
        old < * PRIVMSG #tea :after
        old < :* BATCH -$d
        // Open again, it is open to all.
        ann > MODE #tea -ik *
        clear
        bob > CHATHISTORY LATEST #tea * 10
        bob < :* BATCH +$e chathistory #tea
        bob < * PRIVMSG #tea :before
        bob < * PRIVMSG #tea :after
        bob < :* BATCH -$e
        """);

    [Fact]
    public Task An_account_that_only_lost_its_connection_reads_on_where_it_was_and_one_that_left_is_new() => Transcript.RunAsync(
        """
        account bob
        ann joins #tea
        ann > MODE #tea +iI a:bob
        bob1 connects as bob with draft/chathistory batch message-tags
        bob1 > JOIN #tea
        ann > PRIVMSG #tea :one
        bob1 > QUIT
        ann > PRIVMSG #tea :two
        bob2 connects as bob with draft/chathistory batch message-tags
        bob2 > JOIN #tea
        clear
        bob2 > CHATHISTORY LATEST #tea * 10
        bob2 < :* BATCH +$b chathistory #tea
        bob2 < * PRIVMSG #tea :one
        bob2 < * PRIVMSG #tea :two
        bob2 < :* BATCH -$b
        bob2 > PART #tea
        bob2 > JOIN #tea
        bob2 < ...
        bob2 > CHATHISTORY LATEST #tea * 10
        bob2 < :* BATCH +$c chathistory #tea
        bob2 < :* BATCH -$c
        """);

    [Fact]
    public Task The_kicked_and_the_banned_read_nothing() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea with draft/chathistory batch message-tags
        cat joins #tea with draft/chathistory batch message-tags
        ann > PRIVMSG #tea :secret
        ann > KICK #tea bob
        ann > MODE #tea +b cat
        clear
        bob > CHATHISTORY LATEST #tea * 10
        bob < :* FAIL CHATHISTORY INVALID_TARGET LATEST #tea :*
        cat > CHATHISTORY LATEST #tea * 10
        cat < :* FAIL CHATHISTORY INVALID_TARGET LATEST #tea :*
        """);

    [Fact]
    public Task A_founder_says_what_new_members_read_and_how_long_it_is_kept() => Transcript.RunAsync(
        """
        account ann
        ann1 connects as ann with draft/chathistory batch message-tags
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        ann1 > PRIVMSG #tea :before
        ann1 > CS SET #tea VISIBLE joined
        clear
        bob joins #tea with draft/chathistory batch message-tags
        bob > CHATHISTORY LATEST #tea * 10
        bob < :* BATCH +$b chathistory #tea
        bob < :* BATCH -$b
        bob > CS SET #tea VISIBLE all
        bob < :ChanServ!* NOTICE bob :Log in *
        ann1 > CS SET #tea VISIBLE all
        ann1 < :ChanServ!* NOTICE ann :#tea is changed
        ann1 > CS SET #tea RETENTION 1
        ann1 < :ChanServ!* NOTICE ann :#tea is changed
        time 25h
        clear
        ann1 > PRIVMSG #tea :a day later
        bob < ...
        bob > CHATHISTORY LATEST #tea * 10
        bob < :* BATCH +$c chathistory #tea
        bob < * PRIVMSG #tea :a day later
        bob < :* BATCH -$c
        ann1 > CS INFO #tea
        ann1 ~ :ChanServ!* NOTICE ann :History: on, kept for 1 days, new members read all of it
        ann1 < ...
        ann1 > CS SET #tea RETENTION for-ever
        ann1 ~ :ChanServ!* NOTICE ann :RETENTION *
        ann1 < ...
        """);

    [Fact]
    public Task With_the_history_off_nothing_is_numbered_or_kept_and_what_was_before_stays_unread() => Transcript.RunAsync(
        """
        account ann
        ann1 connects as ann with draft/chathistory batch message-tags teahouse.chat/seq draft/event-playback
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        ann1 > PRIVMSG #tea :before
        ann1 > CS SET #tea HISTORY off
        bob joins #tea with message-tags teahouse.chat/seq
        ann1 > PRIVMSG #tea :unkept
        bob < @!teahouse.chat/seq :ann!* PRIVMSG #tea :unkept
        ann1 > TOPIC #tea :unkept too
        bob < @!teahouse.chat/seq :ann!* TOPIC #tea :unkept too
        clear
        ann1 > CHATHISTORY LATEST #tea * 10
        ann1 < :* FAIL CHATHISTORY INVALID_TARGET LATEST #tea :*
        ann1 > CS SET #tea HISTORY on
        ann1 < :ChanServ!* NOTICE ann :#tea is changed
        ann1 > PRIVMSG #tea :kept
        clear
        ann1 > CHATHISTORY LATEST #tea * 10
        ann1 < :* BATCH +$b chathistory #tea
        ann1 < * PRIVMSG #tea :kept
        ann1 < :* BATCH -$b
        bob < ...
        """);
}
