using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class StatusMessageTranscripts
{
    [Fact]
    public Task A_message_to_a_status_reaches_those_who_have_it_or_a_higher_one() => Transcript.RunAsync(
        """
        ann joins #Tea
        bob joins #tea with echo-message
        cat joins #tea
        ann > MODE #tea +v bob
        clear
        cat > PRIVMSG +#tea :for the voiced
        ann < :cat!* PRIVMSG +#Tea :for the voiced
        bob < :cat!* PRIVMSG +#Tea :for the voiced
        bob > NOTICE @#tea :for operators
        bob < :bob!* NOTICE @#Tea :for operators
        ann < :bob!* NOTICE @#Tea :for operators
        cat < none
        bob > PRIVMSG @+#tea :for both
        bob < :bob!* PRIVMSG +#Tea :for both
        ann < :bob!* PRIVMSG +#Tea :for both
        bob > PRIVMSG @#nowhere :?
        bob < :* 403 bob @#nowhere :*
        dan connects
        dan > PRIVMSG @#tea :let me in
        dan < :* 404 dan @#tea :Cannot send to channel (+n)
        """);

    [Fact]
    public Task What_was_said_to_a_status_has_a_history_of_its_own_for_those_who_have_it() => Transcript.RunAsync(
        """
        ann joins #tea with draft/chathistory batch message-tags teahouse.chat/seq
        bob joins #tea with draft/chathistory batch message-tags
        bob > PRIVMSG @#tea :one
        ann < @teahouse.chat/seq=1-1 :bob!* PRIVMSG @#tea :one
        bob > PRIVMSG #tea :two
        ann < @teahouse.chat/seq=1-1 :bob!* PRIVMSG #tea :two
        ann > CHATHISTORY LATEST @#tea * 10
        ann < :* BATCH +$b chathistory @#tea
        ann < @msgid=*;teahouse.chat/seq=1-1 :bob!* PRIVMSG @#tea :one
        ann < :* BATCH -$b
        ann > CHATHISTORY LATEST #tea * 10
        ann < :* BATCH +$c chathistory #tea
        ann < @teahouse.chat/seq=1-1 :bob!* PRIVMSG #tea :two
        ann < :* BATCH -$c
        bob > CHATHISTORY LATEST @#tea * 10
        bob < :* FAIL CHATHISTORY INVALID_TARGET LATEST @#tea :*
        """);

    [Fact]
    public Task Who_takes_a_name_later_does_not_read_what_was_said_to_its_operators_before() => Transcript.RunAsync(
        """
        ann joins #tea
        ann > PRIVMSG @#tea :between us
        ann > PART #tea
        time 11m
        bob joins #tea with draft/chathistory batch message-tags
        bob > CHATHISTORY LATEST @#tea * 10
        bob < :* BATCH +$b chathistory @#tea
        bob < :* BATCH -$b
        """);

    [Fact]
    public Task Who_may_not_speak_may_not_speak_to_operators_either() => Transcript.RunAsync(
        "ann joins #tea\nbob joins #tea\nann > MODE #tea +bC m:bob\nclear\n" +
        "bob > PRIVMSG @#tea :me\nbob < :* 404 bob @#tea :Cannot send to channel (+b)\n" +
        "ann > PRIVMSG @#tea :\u0001VERSION\u0001\nann < :* 404 ann @#tea :Cannot send to channel (+C)");
}
