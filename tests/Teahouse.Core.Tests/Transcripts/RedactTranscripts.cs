using Teahouse.Storage.Suites.Faults;

namespace Teahouse.Core.Tests.Transcripts;

public sealed class RedactTranscripts
{
    [Fact]
    public Task Who_said_it_takes_it_back_and_it_is_in_no_history_any_more() => Transcript.RunAsync(
        """
        op joins #tea
        ann joins #tea with draft/message-redaction message-tags echo-message labeled-response batch teahouse.chat/seq draft/chathistory draft/event-playback
        bob joins #tea with draft/message-redaction message-tags draft/chathistory batch
        cat joins #tea with message-tags draft/chathistory batch
        ann > PRIVMSG #tea :oops, my password
        ann < @msgid=$id;teahouse.chat/seq=$e-$n :ann!* PRIVMSG #tea *
        ann > PRIVMSG #tea :and more
        clear
        ann > @label=a REDACT #tea $id :wrong window
        ann < @label=a;msgid=$own;teahouse.chat/seq=* :ann!* REDACT #tea $id :wrong window
        bob < @msgid=$own;!label :ann!* REDACT #tea $id :wrong window
        cat < none
        bob > CHATHISTORY LATEST #tea * 10
        bob < :* BATCH +$b chathistory #tea
        bob < :ann!* PRIVMSG #tea :and more
        bob < :ann!* REDACT #tea $id :wrong window
        bob < :* BATCH -$b
        cat > CHATHISTORY LATEST #tea * 10
        cat < :* BATCH +$c chathistory #tea
        cat < :ann!* PRIVMSG #tea :and more
        cat < :* BATCH -$c
        bob > CHATHISTORY LATEST #tea * 1
        bob < :* BATCH +$d chathistory #tea
        bob < :ann!* PRIVMSG #tea :and more
        bob < :ann!* REDACT #tea $id :wrong window
        bob < :* BATCH -$d
        bob > CHATHISTORY AROUND #tea msgid=$id 2
        bob < :* BATCH +$f chathistory #tea
        bob < :ann!* PRIVMSG #tea :and more
        bob < :ann!* REDACT #tea $id :wrong window
        bob < :* BATCH -$f
        ann > REDACT #tea $id
        ann < :* FAIL REDACT UNKNOWN_MSGID #tea $id :*
        """);

    [Fact]
    public Task Who_counts_gets_a_placeholder_for_what_is_gone() => Transcript.RunAsync(
        """
        ann joins #tea with message-tags teahouse.chat/seq draft/chathistory batch echo-message draft/message-redaction
        bob joins #tea with message-tags teahouse.chat/seq draft/chathistory batch
        ann > PRIVMSG #tea :one
        ann < @msgid=$id;teahouse.chat/seq=$e :ann!* PRIVMSG #tea *
        clear
        ann > REDACT #tea $id
        ann < @teahouse.chat/seq=$f :ann!* REDACT #tea $id
        bob < @teahouse.chat/seq=$f :tea.example TAGMSG #tea
        bob > CHATHISTORY LATEST #tea * 2
        bob < :* BATCH +$b chathistory #tea
        bob < @teahouse.chat/seq=$e;msgid=$id :tea.example TAGMSG #tea
        bob < @teahouse.chat/seq=$f :tea.example TAGMSG #tea
        bob < :* BATCH -$b
        """);

    [Fact]
    public Task Who_runs_the_room_takes_away_what_others_said_and_others_do_not() => Transcript.RunAsync(
        """
        op joins #tea with draft/message-redaction message-tags echo-message
        ann joins #tea with draft/message-redaction message-tags echo-message
        bob joins #tea with draft/message-redaction message-tags
        ann > @+draft/react=x;+draft/reply=y TAGMSG #tea
        ann < @msgid=$id :ann!* TAGMSG #tea
        bob < ...
        bob > REDACT #tea $id
        bob < :* FAIL REDACT REDACT_FORBIDDEN #tea $id :*
        op < ...
        op > REDACT #tea $id :spam
        op < :op!* REDACT #tea $id :spam
        ann < :op!* REDACT #tea $id :spam
        bob < :op!* REDACT #tea $id :spam
        """);

    [Fact]
    public Task What_is_not_there_cannot_be_taken_away() => Transcript.RunAsync(
        """
        ann joins #tea with draft/message-redaction message-tags echo-message
        bob connects with draft/message-redaction message-tags echo-message
        cat connects
        ann > PRIVMSG #tea :one
        ann < @msgid=$id *
        ann > TOPIC #tea :two
        ann < @msgid=$topic :ann!* TOPIC *
        ann > @+typing=active TAGMSG #tea
        ann < @msgid=$typing :ann!* TAGMSG *
        ann > REDACT #tea nonsense
        ann < :* FAIL REDACT UNKNOWN_MSGID #tea nonsense :*
        ann > REDACT #tea ::)
        ann < :* FAIL REDACT UNKNOWN_MSGID #tea * :*
        ann > REDACT #tea $typing
        ann < :* FAIL REDACT UNKNOWN_MSGID #tea $typing :*
        ann > REDACT #tea $topic
        ann < :* FAIL REDACT REDACT_FORBIDDEN #tea $topic :*
        ann > REDACT bob $id
        ann < :* FAIL REDACT UNKNOWN_MSGID bob $id :*
        ann > REDACT #none $id
        ann < :* FAIL REDACT INVALID_TARGET #none :*
        ann > REDACT nobody $id
        ann < :* FAIL REDACT INVALID_TARGET nobody :*
        ann > REDACT #tea
        ann < :* 461 ann REDACT :*
        bob > REDACT #tea $id
        bob < :* FAIL REDACT INVALID_TARGET #tea :*
        cat > REDACT #tea $id
        cat < :* 421 cat REDACT :*
        ann > REDACT #tea $id
        ann < :ann!* REDACT #tea $id
        """);

    [Fact]
    public Task A_direct_message_is_taken_back_by_who_wrote_it_only() => Transcript.RunAsync(
        """
        ann connects with draft/message-redaction message-tags echo-message
        bob connects with draft/message-redaction message-tags echo-message draft/chathistory batch
        ann > PRIVMSG bob :psst
        ann < @msgid=$id *
        bob < ...
        bob > REDACT ann $id
        bob < :* FAIL REDACT REDACT_FORBIDDEN ann $id :*
        ann > REDACT bob $id
        ann < :ann!* REDACT bob $id
        bob < :ann!* REDACT bob $id
        bob > CHATHISTORY LATEST ann * 10
        bob < :* BATCH +$b chathistory ann
        bob < :ann!* REDACT bob $id
        bob < :* BATCH -$b
        """);

    [Fact]
    public Task After_the_window_only_who_runs_the_room_takes_away() => Transcript.RunAsync(
        """
        op joins #tea with draft/message-redaction message-tags
        ann joins #tea with draft/message-redaction message-tags echo-message
        ann > PRIVMSG #tea :one
        ann < @msgid=$id *
        time 61s
        ann > REDACT #tea $id
        ann < :* FAIL REDACT REDACT_WINDOW_EXPIRED #tea $id 60 :*
        op < ...
        op > REDACT #tea $id
        op < :op!* REDACT #tea $id
        ann < :op!* REDACT #tea $id
        """, Stage.Options with { History = Stage.Options.History with { RedactSeconds = 60 } });

    [Fact]
    public async Task What_could_not_be_stored_is_not_taken_away()
    {
        var log = new FaultyMessageLog(new Core.Log.MemoryMessageLog());
        await using var stage = await Stage.OpenAsync(log: log);
        await Transcript.RunAsync(stage,
            """
            ann joins #tea with draft/message-redaction message-tags echo-message draft/chathistory batch standard-replies
            ann > PRIVMSG #tea :one
            ann < @msgid=$id *
            """);
        log.Next(AppendFault.Fail);
        await Transcript.RunAsync(stage,
            """
            ann > CHATHISTORY LATEST #tea * 1
            ann < :* BATCH *
            ann < @msgid=$id :ann!* PRIVMSG *
            ann < :* BATCH *
            ann > REDACT #tea $id
            ann < :* FAIL REDACT NOT_STORED #tea :*
            """);
        log.Next(AppendFault.UnknownStored);
        await Transcript.RunAsync(stage,
            """
            ann > CHATHISTORY LATEST #tea * 1
            ann < :* BATCH *
            ann < @msgid=$id :ann!* PRIVMSG *
            ann < :* BATCH *
            ann > REDACT #tea $id
            ann ~ :* FAIL REDACT OUTCOME_UNKNOWN #tea :*
            ann ~ :ann!* REDACT #tea $id
            ann > REDACT #tea $id
            ann < :* FAIL REDACT UNKNOWN_MSGID *
            """);
    }
}
