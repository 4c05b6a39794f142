using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Search;

/// <summary>What answers somebody's messages is found: docs/extensions/search.md.</summary>
public sealed class AnswerTranscripts
{
    [Theory]
    [InlineData("")]
    [InlineData("time 1s")]
    public Task What_answers_somebody_is_found_wherever_it_was_said(string indexed) => Transcript.RunAsync(
        $"""
        ann joins #tea with soju.im/search batch message-tags echo-message
        bob joins #tea with message-tags echo-message
        ann > PRIVMSG #tea :who has milk?
        ann < @msgid=$asked *
        bob > PRIVMSG #tea :not I
        ann < @msgid=$other *
        bob > @+draft/reply=$asked PRIVMSG #tea :I have
        ann < @msgid=$first *
        bob > @+reply=$other PRIVMSG #tea :to myself
        ann < *
        bob > @+reply=$asked PRIVMSG #tea :and sugar
        ann < @msgid=$second *
        bob > @+reply=nonsense PRIVMSG #tea :to nobody
        ann < *
        {indexed}
        ann > SEARCH teahouse.chat/reply-to=ANN
        ann < :* BATCH +$b soju.im/search
        ann < @msgid=$first :bob!* PRIVMSG #tea :I have
        ann < @msgid=$second :bob!* PRIVMSG #tea :and sugar
        ann < :* BATCH -$b
        ann > SEARCH teahouse.chat/reply-to=ann;text=sugar;from=bob
        ann < :* BATCH +$c soju.im/search
        ann < @msgid=$second :bob!* PRIVMSG #tea :and sugar
        ann < :* BATCH -$c
        ann > SEARCH teahouse.chat/reply-to=cat
        ann < :* BATCH +$d soju.im/search
        ann < :* BATCH -$d
        ann > SEARCH teahouse.chat/reply-to=
        ann < :* FAIL SEARCH INVALID_PARAMS teahouse.chat/reply-to :*
        """);

    [Theory]
    [InlineData("")]
    [InlineData("time 1s")]
    public Task Answers_that_one_may_not_read_are_not_found(string indexed) => Transcript.RunAsync(
        $"""
        ann joins #tea with message-tags echo-message
        bob joins #tea with message-tags
        ann > PRIVMSG #tea :a secret
        ann < @msgid=$asked *
        bob > @+draft/reply=$asked PRIVMSG #tea :hush
        ann < *
        {indexed}
        eve connects with soju.im/search batch
        eve > SEARCH teahouse.chat/reply-to=ann
        eve < :* BATCH +$b soju.im/search
        eve < :* BATCH -$b
        """);
}
