using Teahouse.Core.Hosting;

namespace Teahouse.Core.Tests.Transcripts;

public sealed class HistoryTranscripts
{
    private const string FiveMessages =
        """
        ann joins #tea with draft/chathistory batch message-tags server-time echo-message
        ann > PRIVMSG #tea :one
        ann < @msgid=$i1;time=$t1 *
        time 1s
        ann > PRIVMSG #tea :two
        ann < @msgid=$i2;time=$t2 *
        time 1s
        ann > NOTICE #tea :three
        ann < @msgid=$i3;time=$t3 *
        time 1s
        ann > PRIVMSG #tea :four
        ann < @msgid=$i4;time=$t4 *
        time 1s
        ann > PRIVMSG #tea :five
        ann < @msgid=$i5;time=$t5 *

        """;

    [Theory]
    [InlineData("LATEST #tea * 2", "four five")]
    [InlineData("LATEST #tea * 9", "one two three four five")]
    [InlineData("LATEST #tea msgid=$i3 9", "four five")]
    [InlineData("LATEST #tea timestamp=$t2 2", "four five")]
    [InlineData("BEFORE #tea msgid=$i4 2", "two three")]
    [InlineData("BEFORE #tea timestamp=$t3 9", "one two")]
    [InlineData("BEFORE #tea msgid=$i1 9", "")]
    [InlineData("AFTER #tea msgid=$i2 2", "three four")]
    [InlineData("AFTER #tea timestamp=$t3 9", "four five")]
    [InlineData("AFTER #tea timestamp=2000-01-01T00:00:00.000Z 1", "one")]
    [InlineData("AROUND #tea msgid=$i3 3", "two three four")]
    [InlineData("AROUND #tea msgid=$i1 3", "one two three")]
    [InlineData("AROUND #tea timestamp=$t4 2", "three four")]
    [InlineData("BETWEEN #tea msgid=$i1 msgid=$i5 9", "two three four")]
    [InlineData("BETWEEN #tea msgid=$i5 msgid=$i1 2", "three four")]
    [InlineData("BETWEEN #tea timestamp=$t1 msgid=$i5 2", "two three")]
    [InlineData("BETWEEN #tea msgid=$i2 msgid=$i2 9", "")]
    [InlineData("LATEST #TEA * 1", "five")]
    [InlineData("latest #tea * 0", "")]
    public Task History_is_asked_for_by_id_and_by_time(string asked, string found) => Transcript.RunAsync(
        $"""
        {FiveMessages}
        ann > CHATHISTORY {asked}
        ann < :tea.example BATCH +$b chathistory #*
        {string.Join('\n', found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"ann < @batch=$b;time=*;msgid=* :ann!* * #tea :{word}"))}
        ann < :tea.example BATCH -$b
        """);

    [Theory]
    [InlineData("", "INVALID_PARAMS * :*")]
    [InlineData("MEOW #tea * 1", "INVALID_PARAMS MEOW :*")]
    [InlineData("LATEST #tea *", "NEED_MORE_PARAMS LATEST :*")]
    [InlineData("BETWEEN #tea msgid=x 5", "NEED_MORE_PARAMS BETWEEN :*")]
    [InlineData("LATEST #tea * many", "INVALID_PARAMS LATEST :*")]
    [InlineData("LATEST #tea * -1", "INVALID_PARAMS LATEST :*")]
    [InlineData("LATEST #tea * 99999999999", "INVALID_PARAMS LATEST :*")]
    [InlineData("LATEST #nowhere * 1", "INVALID_TARGET LATEST #nowhere :*")]
    [InlineData("LATEST nobody * 1", "INVALID_TARGET LATEST nobody :*")]
    [InlineData("BEFORE #tea * 1", "INVALID_PARAMS BEFORE *")]
    [InlineData("BEFORE #tea msgid=nonsense 1", "INVALID_PARAMS BEFORE *")]
    [InlineData("BEFORE #tea timestamp=yesterday 1", "INVALID_PARAMS BEFORE *")]
    [InlineData("BETWEEN #tea timestamp=2020-01-01T00:00:00.000Z msgid= 1", "INVALID_PARAMS BETWEEN *")]
    [InlineData("TARGETS timestamp=x timestamp=y 1", "INVALID_PARAMS TARGETS :*")]
    [InlineData("BETWEEN #tea timestamp=2020-01-01T00:00:00.000Z msgid=y 1", "INVALID_PARAMS BETWEEN msgid=y :*")]
    [InlineData("LATEST #tea * 1 more", "INVALID_PARAMS LATEST :*")]
    [InlineData("BETWEEN #tea msgid=x msgid=y 1 more", "INVALID_PARAMS BETWEEN :*")]
    [InlineData("TARGETS * * 1", "INVALID_PARAMS TARGETS :*")]
    public Task A_question_that_makes_no_sense_is_refused(string asked, string answer) => Transcript.RunAsync(
        $"""
        ann joins #tea with draft/chathistory batch message-tags
        ann > CHATHISTORY {asked}
        ann < :tea.example FAIL CHATHISTORY {answer}
        """);

    [Fact]
    public Task The_history_of_a_room_is_for_its_members() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea with draft/chathistory batch message-tags
        ann > PRIVMSG #tea :between us
        bob < :ann!* PRIVMSG *
        eve connects with draft/chathistory batch message-tags
        eve > CHATHISTORY LATEST #tea * 5
        eve < :* FAIL CHATHISTORY INVALID_TARGET LATEST #tea :*
        ann > KICK #tea bob
        bob < :ann!* KICK #tea bob :ann
        bob > CHATHISTORY LATEST #tea * 5
        bob < :* FAIL CHATHISTORY INVALID_TARGET LATEST #tea :*
        ann < ...
        """);

    [Fact]
    public Task A_direct_history_is_of_people_and_not_of_their_names() => Transcript.RunAsync(
        """
        account ann
        account bob
        ann connects as ann with draft/chathistory batch message-tags
        bob connects as bob
        eve connects
        ann > PRIVMSG bob :for bob
        eve > PRIVMSG ann :from the first eve
        bob > NICK robert
        eve > QUIT
        clear
        // The account is reached by its name, and by the nick that it has.
        ann > CHATHISTORY LATEST bob * 5
        ann < :* BATCH +$b chathistory bob
        ann < :ann!* PRIVMSG bob :for bob
        ann < :* BATCH -$b
        ann > CHATHISTORY LATEST robert * 5
        ann < :* BATCH +$c chathistory robert
        ann < :ann!* PRIVMSG bob :for bob
        ann < :* BATCH -$c
        // Whoever takes the name of somebody without an account takes no history.
        eva connects
        eva > NICK eve
        ann > CHATHISTORY LATEST eve * 5
        ann < :* BATCH +$d chathistory eve
        ann < :* BATCH -$d
        """);

    [Fact]
    public Task What_is_nothing_but_tags_is_for_those_who_know_tags() => Transcript.RunAsync(
        """
        ann joins #tea with draft/chathistory draft/event-playback batch
        bob joins #tea with message-tags
        clear
        bob > @+draft/react=tea TAGMSG #tea
        ann > TOPIC #tea :leaves
        ann < :ann!* TOPIC #tea :leaves
        ann > CHATHISTORY BEFORE #tea timestamp=2040-01-01T00:00:00.000Z 5
        ann < :* BATCH +$c chathistory #tea
        ann < :ann!* JOIN #tea
        ann < :bob!* JOIN #tea
        ann < :ann!* TOPIC #tea :leaves
        ann < :* BATCH -$c
        """);

    [Fact]
    public Task Targets_are_the_rooms_and_people_of_whom_there_is_news() => Transcript.RunAsync(
        """
        ann joins #tea with draft/chathistory batch message-tags server-time echo-message
        ann joins #cups
        bob connects
        ann > PRIVMSG #tea :one
        ann < @time=$t1 *
        time 1s
        bob > PRIVMSG ann :two
        ann < @time=$t2 :bob!* PRIVMSG ann :two
        ann > CHATHISTORY TARGETS timestamp=2020-01-01T00:00:00.000Z timestamp=2040-01-01T00:00:00.000Z 10
        ann < :* BATCH +$b draft/chathistory-targets
        ann < @batch=$b :* CHATHISTORY TARGETS #tea $t1
        ann < @batch=$b :* CHATHISTORY TARGETS bob $t2
        ann < :* BATCH -$b
        ann > CHATHISTORY TARGETS timestamp=$t1 timestamp=2040-01-01T00:00:00.000Z 10
        ann < :* BATCH +$c draft/chathistory-targets
        ann < @batch=$c :* CHATHISTORY TARGETS bob $t2
        ann < :* BATCH -$c
        ann > CHATHISTORY TARGETS timestamp=2040-01-01T00:00:00.000Z timestamp=2020-01-01T00:00:00.000Z 1
        ann < :* BATCH +$d draft/chathistory-targets
        ann < @batch=$d :* CHATHISTORY TARGETS bob $t2
        ann < :* BATCH -$d
        """);

    [Fact]
    public Task With_event_playback_the_history_holds_what_happened_too() => Transcript.RunAsync(
        """
        ann joins #tea with draft/chathistory draft/event-playback batch message-tags
        bob joins #tea with message-tags
        bob > @+draft/react=tea TAGMSG #tea
        bob > @+typing=active TAGMSG #tea
        bob > PRIVMSG #tea :hello
        ann > TOPIC #tea :leaves
        ann > MODE #tea +m
        bob > NICK robert
        clear
        bob > PART #tea :bye
        // Presence has no number, but the same id then and now.
        ann < @msgid=$part :robert!* PART #tea :bye
        ann > CHATHISTORY LATEST #tea * 10
        ann < :* BATCH +$b chathistory #tea
        ann < @msgid=* :ann!* JOIN #tea
        ann < :bob!* JOIN #tea
        ann < @+draft/react=tea;msgid=* :bob!* TAGMSG #tea
        ann < :bob!* PRIVMSG #tea :hello
        ann < @msgid=* :ann!* TOPIC #tea :leaves
        ann < :ann!* MODE #tea +m
        ann < :bob!* NICK robert
        ann < @msgid=$part :robert!* PART #tea :bye
        ann < :* BATCH -$b
        ann > CAP REQ -draft/event-playback
        ann < :* CAP ann ACK :-draft/event-playback
        ann > CHATHISTORY LATEST #tea * 10
        ann < :* BATCH +$c chathistory #tea
        ann < :bob!* PRIVMSG #tea :hello
        ann < :* BATCH -$c
        """);

    [Fact]
    public Task With_seq_every_number_is_there_live_and_in_the_history() => Transcript.RunAsync(
        """
        ann joins #tea with draft/chathistory batch message-tags teahouse.chat/seq
        bob joins #tea with message-tags
        bob > PRIVMSG #tea :one
        ann < @teahouse.chat/seq=1-1 :bob!* PRIVMSG #tea :one
        bob > @+draft/react=tea TAGMSG #tea
        ann < @teahouse.chat/seq=1-2 :bob!* TAGMSG #tea
        bob > @+typing=active TAGMSG #tea
        ann < @!teahouse.chat/seq :bob!* TAGMSG #tea
        ann > TOPIC #tea :leaves
        ann < @teahouse.chat/seq=1-3 :ann!* TOPIC #tea :leaves
        // Without echo-message it does not see what it said: only that there is something.
        ann > PRIVMSG #tea :four
        ann < @teahouse.chat/seq=1-4;msgid=$id :tea.example TAGMSG #tea
        bob < ...
        ann > CHATHISTORY LATEST #tea * 10
        ann < :* BATCH +$b chathistory #tea
        ann < @teahouse.chat/seq=1-1;batch=$b :bob!* PRIVMSG #tea :one
        ann < @teahouse.chat/seq=1-2;batch=$b :tea.example TAGMSG #tea
        ann < @teahouse.chat/seq=1-3;batch=$b :tea.example TAGMSG #tea
        ann < @teahouse.chat/seq=1-4;batch=$b;msgid=$id :ann!* PRIVMSG #tea :four
        ann < :* BATCH -$b
        bob > PRIVMSG ann :private
        ann < @teahouse.chat/seq=1-1 :bob!* PRIVMSG ann :private
        """);

    [Fact]
    public Task A_labelled_question_gets_its_history_in_a_labelled_batch() => Transcript.RunAsync(
        """
        ann joins #tea with draft/chathistory batch message-tags labeled-response
        ann > PRIVMSG #tea :one
        ann > @label=h CHATHISTORY LATEST #tea * 10
        ann < @label=h :* BATCH +$b chathistory #tea
        ann < @batch=$b;!label :ann!* PRIVMSG #tea :one
        ann < @!label :* BATCH -$b
        ann > @label=i CHATHISTORY LATEST #nowhere * 10
        ann < @label=i :* FAIL CHATHISTORY INVALID_TARGET *
        """);

    [Fact]
    public Task A_server_that_keeps_no_history_says_so_and_numbers_nothing() => Transcript.RunAsync(
        """
        ann joins #tea with message-tags echo-message server-time
        ann > CAP LS 302
        ann < :* CAP ann LS * :account-notify account-tag away-notify batch cap-notify draft/account-registration=* draft/extended-isupport *
        ann << :* CAP ann LS :*
        ann > CAP REQ teahouse.chat/seq
        ann < :* CAP ann NAK :teahouse.chat/seq
        ann > PRIVMSG #tea :one
        ann < @msgid=$one;!teahouse.chat/seq :ann!* PRIVMSG #tea :one
        ann > PRIVMSG #tea :two
        ann < @msgid=$two;!teahouse.chat/seq :ann!* PRIVMSG #tea :two
        ann > CHATHISTORY LATEST #tea * 10
        ann < :* FAIL CHATHISTORY INVALID_PARAMS LATEST :*
        """, Stage.Options with { History = new HistoryOptions { Enabled = false } });

    [Fact]
    public Task No_answer_is_longer_than_the_server_allows() => Transcript.RunAsync(
        $"""
        {FiveMessages}
        ann > CHATHISTORY LATEST #tea * 1000
        ann < :* BATCH +$b chathistory #tea
        ann < * :four
        ann < * :five
        ann < :* BATCH -$b
        """, Stage.Options with { History = new HistoryOptions { MessagesPerRequest = 2 } });
}
