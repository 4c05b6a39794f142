using Teahouse.Core.Conversations;
using Teahouse.Core.Hosting;
using Teahouse.Core.Log;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Services;

public sealed class RetentionTranscripts
{
    private static ServerOptions With(HistoryOptions history) => Stage.Options with { History = history };

    [Fact]
    public Task A_server_keeps_only_so_many_messages_of_each_conversation() => Transcript.RunAsync(
        """
        ann joins #tea with draft/chathistory batch message-tags soju.im/search
        bob connects with draft/chathistory batch message-tags
        ann > PRIVMSG #tea :cup one
        ann > PRIVMSG #tea :cup two
        ann > PRIVMSG #tea :cup three
        ann > PRIVMSG bob :cup four
        ann > PRIVMSG bob :cup five
        ann > PRIVMSG bob :cup six
        clear
        ann > CHATHISTORY LATEST #tea * 10
        ann < :* BATCH +$b chathistory #tea
        ann < * PRIVMSG #tea :cup two
        ann < * PRIVMSG #tea :cup three
        ann < :* BATCH -$b
        bob > CHATHISTORY LATEST ann * 10
        bob < :* BATCH +$c chathistory ann
        bob < * PRIVMSG bob :cup five
        bob < * PRIVMSG bob :cup six
        bob < :* BATCH -$c
        ann > SEARCH text=cup
        ann < :* BATCH +$d soju.im/search
        ann < * PRIVMSG #tea :cup two
        ann < * PRIVMSG #tea :cup three
        ann < * PRIVMSG bob :cup five
        ann < * PRIVMSG bob :cup six
        ann < :* BATCH -$d
        """, With(new() { MessagesPerChannel = 2 }));

    [Fact]
    public Task A_server_keeps_messages_for_so_many_days_and_what_is_gone_is_no_target() => Transcript.RunAsync(
        """
        ann joins #tea with draft/chathistory batch message-tags
        bob connects
        ann > PRIVMSG #tea :of yesterday
        ann > PRIVMSG bob :of yesterday
        time 25h
        clear
        ann > CHATHISTORY TARGETS timestamp=2020-01-01T00:00:00.000Z timestamp=2030-01-01T00:00:00.000Z 10
        ann < :* BATCH +$a draft/chathistory-targets
        ann < :* BATCH -$a
        ann > PRIVMSG #tea :of today
        ann > CHATHISTORY LATEST #tea * 10
        ann < :* BATCH +$b chathistory #tea
        ann < * PRIVMSG #tea :of today
        ann < :* BATCH -$b
        ann > CHATHISTORY TARGETS timestamp=2020-01-01T00:00:00.000Z timestamp=2030-01-01T00:00:00.000Z 10
        ann < :* BATCH +$c draft/chathistory-targets
        ann < :* CHATHISTORY TARGETS #tea *
        ann < :* BATCH -$c
        """, With(new() { KeepDays = 1 }));

    [Fact]
    public Task A_room_keeps_less_than_its_server_and_never_more() => Transcript.RunAsync(
        """
        account ann
        ann1 connects as ann with draft/chathistory batch message-tags
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        ann1 > CS SET #tea MESSAGES 1
        ann1 > CS SET #tea RETENTION 30
        clear
        ann1 > CS INFO #tea
        ann1 ~ :ChanServ!* NOTICE ann :History: on, kept for 2 days and up to 1 messages, new members read all of it
        ann1 < ...
        ann1 > PRIVMSG #tea :one
        ann1 > PRIVMSG #tea :two
        ann1 > CHATHISTORY LATEST #tea * 10
        ann1 < :* BATCH +$b chathistory #tea
        ann1 < * PRIVMSG #tea :two
        ann1 < :* BATCH -$b
        time 49h
        clear
        ann1 > CHATHISTORY LATEST #tea * 10
        ann1 < :* BATCH +$c chathistory #tea
        ann1 < :* BATCH -$c
        ann1 > CS SET #tea MESSAGES 0
        ann1 ~ :ChanServ!* NOTICE ann :MESSAGES *
        ann1 < ...
        ann1 > CS SET #tea MESSAGES default
        ann1 < :ChanServ!* NOTICE ann :#tea is changed
        ann1 > CS SET #tea RETENTION default
        ann1 < :ChanServ!* NOTICE ann :#tea is changed
        ann1 > CS INFO #tea
        ann1 ~ :ChanServ!* NOTICE ann :History: on, kept for 2 days, new members read all of it
        ann1 < ...
        """, With(new() { KeepDays = 2 }));

    [Fact]
    public async Task What_has_expired_leaves_the_log_and_its_numbers_stay()
    {
        var log = new MemoryMessageLog();
        await using var stage = await Stage.OpenAsync(With(new() { KeepDays = 1 }), log);
        await Transcript.RunAsync(stage,
            """
            ann joins #tea with draft/chathistory batch message-tags teahouse.chat/seq
            ann > PRIVMSG #tea :one
            ann > PRIVMSG #tea :two
            time 25h
            ann > PRIVMSG #tea :three
            time 1h
            clear
            """);
        var room = (await log.FindAsync(ConversationKey.Channel("#tea")))!;
        Assert.Equal((3L, 3L), (room.LastSequence, room.OldestSequence));
        Assert.Equal(3, Assert.Single(await log.ReadAsync(room.Id, new LogRange(1, 9, 10))).Sequence);
        await Transcript.RunAsync(stage,
            """
            ann > CHATHISTORY LATEST #tea * 10
            ann < @teahouse.chat/oldest=1-3 :* BATCH +$b chathistory #tea
            ann < @teahouse.chat/seq=1-3 * PRIVMSG #tea :three
            ann < :* BATCH -$b
            ann > PRIVMSG #tea :four
            ann < ...
            ann > CHATHISTORY LATEST #tea * 1
            ann < @teahouse.chat/oldest=1-3 :* BATCH +$c chathistory #tea
            ann < @teahouse.chat/seq=1-4;msgid=$four * PRIVMSG #tea :four
            ann < :* BATCH -$c
            ann > CHATHISTORY AFTER #tea msgid=$four 10
            ann < @!teahouse.chat/oldest :* BATCH +$d chathistory #tea
            ann < :* BATCH -$d
            """);
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task What_nobody_may_read_any_more_is_not_kept()
    {
        var log = new MemoryMessageLog();
        await using var stage = await Stage.OpenAsync(log: log);
        await Transcript.RunAsync(stage,
            """
            account ann
            ann1 connects as ann
            ann1 > JOIN #tea
            ann1 > CS REGISTER #tea
            ann1 > PRIVMSG #tea :before
            ann1 > PRIVMSG @#tea :before, too
            time 1s
            ann1 > CS SET #tea HISTORY off
            bob joins #gone
            bob > PRIVMSG #gone :with the room
            bob > PART #gone
            time 2h
            """);
        foreach (var head in await log.ConversationsAsync(default, 100))
            Assert.Equal(head.LastSequence + 1, head.OldestSequence);
        Assert.Equal(4, (await log.ConversationsAsync(default, 100)).Length);
        Assert.Empty(stage.Faults);
    }
}
