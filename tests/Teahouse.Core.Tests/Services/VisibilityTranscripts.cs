using Teahouse.Core.Conversations;
using Teahouse.Core.Hosting;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Services;

/// <summary>What new members may not read they do not find either, by whatever they ask.</summary>
public sealed class VisibilityTranscripts
{
    private static ServerOptions With(HistoryVisibility visible) => Stage.Options with { History = new() { VisibleFrom = visible } };

    [Fact]
    public Task What_was_said_before_is_not_found_by_any_question() => Transcript.RunAsync(
        """
        ann joins #tea with draft/chathistory batch message-tags echo-message
        ann > PRIVMSG #tea :early cup
        ann < @msgid=$early :ann!* PRIVMSG #tea :early cup
        bob connects with draft/chathistory batch message-tags soju.im/search teahouse.chat/seq draft/event-playback
        bob > JOIN #tea
        clear
        bob > CHATHISTORY TARGETS timestamp=2020-01-01T00:00:00.000Z timestamp=2030-01-01T00:00:00.000Z 10
        bob < :* BATCH +$a draft/chathistory-targets
        bob < :* BATCH -$a
        ann > PRIVMSG #tea :late cup
        ann < ...
        bob < @teahouse.chat/seq=1-2 :ann!* PRIVMSG #tea :late cup
        bob > CHATHISTORY AROUND #tea msgid=$early 10
        bob < @teahouse.chat/oldest=1-2 :* BATCH +$b chathistory #tea
        bob < * PRIVMSG #tea :late cup
        bob < :* BATCH -$b
        bob > CHATHISTORY BETWEEN #tea timestamp=2020-01-01T00:00:00.000Z timestamp=2030-01-01T00:00:00.000Z 10
        bob < :* BATCH +$c chathistory #tea
        bob < * PRIVMSG #tea :late cup
        bob < :* BATCH -$c
        bob > SEARCH text=cup
        bob < :* BATCH +$d soju.im/search
        bob < * PRIVMSG #tea :late cup
        bob < :* BATCH -$d
        bob > SEARCH in=#tea;text=early
        bob < :* BATCH +$e soju.im/search
        bob < :* BATCH -$e
        """, With(HistoryVisibility.Joined));

    [Fact]
    public Task A_server_may_show_everything_also_behind_a_closed_door() => Transcript.RunAsync(
        """
        ann joins #tea
        ann > MODE #tea +k key
        ann > PRIVMSG #tea :before
        bob connects with draft/chathistory batch message-tags
        bob > JOIN #tea key
        clear
        bob > CHATHISTORY LATEST #tea * 10
        bob < :* BATCH +$b chathistory #tea
        bob < * PRIVMSG #tea :before
        bob < :* BATCH -$b
        """, With(HistoryVisibility.All));

    [Fact]
    public Task A_room_says_it_otherwise_than_its_server() => Transcript.RunAsync(
        """
        account ann
        ann1 connects as ann
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        ann1 > CS SET #tea VISIBLE all
        ann1 > PRIVMSG #tea :before
        bob joins #tea with draft/chathistory batch message-tags
        bob > CHATHISTORY LATEST #tea * 10
        bob < :* BATCH +$b chathistory #tea
        bob < * PRIVMSG #tea :before
        bob < :* BATCH -$b
        ann1 < ...
        ann1 > CS INFO #tea
        ann1 ~ :ChanServ!* NOTICE ann :History: on, kept without end, new members read all of it
        ann1 < ...
        """, With(HistoryVisibility.Joined));

    [Fact]
    public Task The_kicked_and_the_banned_find_nothing() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea with batch message-tags soju.im/search
        cat joins #tea with batch message-tags soju.im/search
        ann > PRIVMSG #tea :cup
        ann > KICK #tea bob
        ann > MODE #tea +b cat
        clear
        bob > SEARCH text=cup
        bob < :* BATCH +$a soju.im/search
        bob < :* BATCH -$a
        bob > SEARCH in=#tea;text=cup
        bob < :* FAIL SEARCH INVALID_PARAMS #tea :*
        cat > SEARCH in=#tea;text=cup
        cat < :* FAIL SEARCH INVALID_PARAMS #tea :*
        """);

    [Fact]
    public Task What_was_said_to_the_operators_is_as_hidden_from_a_new_one() => Transcript.RunAsync(
        """
        ann joins #tea
        ann > MODE #tea +i
        ann > PRIVMSG @#tea :between us
        ann > INVITE bob #tea
        bob connects with draft/chathistory batch message-tags
        ann > INVITE bob #tea
        time 1s
        bob > JOIN #tea
        ann > MODE #tea +o bob
        ann > PRIVMSG @#tea :between us three
        clear
        bob > CHATHISTORY LATEST @#tea * 10
        bob < :* BATCH +$b chathistory @#tea
        bob < * :between us three
        bob < :* BATCH -$b
        """);

    [Fact]
    public Task In_a_room_without_history_nothing_said_to_the_operators_is_kept_either() => Transcript.RunAsync(
        """
        account ann
        ann1 connects as ann with draft/chathistory batch message-tags
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        ann1 > PRIVMSG @#tea :before
        ann1 > CS SET #tea HISTORY off
        ann1 > PRIVMSG @#tea :unkept
        clear
        ann1 > CHATHISTORY LATEST @#tea * 10
        ann1 < :* FAIL CHATHISTORY INVALID_TARGET LATEST @#tea :*
        time 1s
        ann1 > CS SET #tea HISTORY on
        ann1 > PRIVMSG @#tea :kept
        ann1 < ...
        ann1 > CHATHISTORY LATEST @#tea * 10
        ann1 < :* BATCH +$b chathistory @#tea
        ann1 < * :kept
        ann1 < :* BATCH -$b
        """);
}
