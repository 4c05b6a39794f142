using Teahouse.Core.Hosting;

namespace Teahouse.Core.Tests.Transcripts;

public sealed class MultilineTranscripts
{
    private static readonly ServerOptions Small = Stage.Options with { Limits = Stage.Options.Limits with { MultilineBytes = 20, MultilineLines = 3 } };

    [Fact]
    public Task The_limits_are_in_the_capability() => Transcript.RunAsync(
        """
        ann connects
        ann > CAP LS 302
        ann ~ :* CAP ann LS *draft/multiline=max-bytes=20,max-lines=3*
        """, Small);

    [Fact]
    public Task A_message_of_several_lines_is_one_batch_for_those_who_know_it_and_lines_for_the_others() => Transcript.RunAsync(
        """
        ann joins #tea with draft/multiline batch message-tags echo-message labeled-response teahouse.chat/seq
        bob joins #tea with draft/multiline batch message-tags teahouse.chat/seq
        cat joins #tea with message-tags teahouse.chat/seq batch
        ann > @label=a1;+x=y BATCH +1 draft/multiline #tea
        ann > @batch=1 PRIVMSG #tea hello
        ann > @batch=1 PRIVMSG #tea :
        ann > @batch=1 PRIVMSG #tea :how are
        ann > @batch=1;draft/multiline-concat PRIVMSG #tea : you?
        bob < none
        ann > BATCH -1
        ann < @label=a1;msgid=$id;teahouse.chat/seq=$seq :ann!* BATCH +$b draft/multiline #tea
        ann < @batch=$b;!msgid;!label;!teahouse.chat/seq :ann!* PRIVMSG #tea hello
        ann < @batch=$b :ann!* PRIVMSG #tea :
        ann < @batch=$b;!draft/multiline-concat :ann!* PRIVMSG #tea :how are
        ann < @batch=$b;draft/multiline-concat :ann!* PRIVMSG #tea : you?
        ann < :ann!* BATCH -$b
        bob < @msgid=$id;+x=y;!label :ann!* BATCH +$b draft/multiline #tea
        bob < @batch=$b;!+x :ann!* PRIVMSG #tea hello
        bob < @batch=$b :ann!* PRIVMSG #tea :
        bob < @batch=$b :ann!* PRIVMSG #tea :how are
        bob < @batch=$b;draft/multiline-concat :ann!* PRIVMSG #tea : you?
        bob < :ann!* BATCH -$b
        cat < @msgid=$id;teahouse.chat/seq=$seq;+x=y;!batch :ann!* PRIVMSG #tea hello
        cat < @!msgid;!teahouse.chat/seq;+x=y :ann!* PRIVMSG #tea :how are
        cat < @!msgid;!draft/multiline-concat :ann!* PRIVMSG #tea : you?
        """);

    [Fact]
    public Task It_is_one_entry_of_the_history() => Transcript.RunAsync(
        """
        ann joins #tea with draft/multiline batch message-tags draft/chathistory
        bob joins #tea with batch message-tags draft/chathistory
        ann > BATCH +1 draft/multiline #tea¶@batch=1 NOTICE #tea one¶@batch=1 NOTICE #tea two¶BATCH -1
        ann > PRIVMSG #tea three
        clear
        ann > CHATHISTORY LATEST #tea * 2
        ann < :* BATCH +$h chathistory #tea
        ann < @batch=$h;msgid=$id :ann!* BATCH +$b draft/multiline #tea
        ann < @batch=$b :ann!* NOTICE #tea one
        ann < @batch=$b :ann!* NOTICE #tea two
        ann < @batch=$h :ann!* BATCH -$b
        ann < @batch=$h :ann!* PRIVMSG #tea three
        ann < :* BATCH -$h
        bob > CHATHISTORY LATEST #tea * 2
        bob < :* BATCH +$i chathistory #tea
        bob < @batch=$i;msgid=$id :ann!* NOTICE #tea one
        bob < @batch=$i;!msgid :ann!* NOTICE #tea two
        bob < @batch=$i :ann!* PRIVMSG #tea three
        bob < :* BATCH -$i
        """);

    [Fact]
    public Task What_cannot_be_a_multiline_message_is_refused_once_and_nobody_hears_it() => Transcript.RunAsync(
        """
        ann joins #tea with draft/multiline batch message-tags labeled-response
        bob joins #tea
        ann > @label=a BATCH +1 draft/multiline #tea
        ann > @batch=1 PRIVMSG #two hello
        ann < @label=a :* FAIL BATCH MULTILINE_INVALID_TARGET #tea #two :*
        ann > @batch=1 PRIVMSG #tea hello
        ann > BATCH -1
        ann < none
        ann > BATCH +1 draft/multiline #tea¶@batch=1 PRIVMSG #tea one¶@batch=1 NOTICE #tea two¶BATCH -1
        ann < :* FAIL BATCH MULTILINE_INVALID :*
        ann > BATCH +1 draft/multiline #tea¶@batch=1;draft/multiline-concat PRIVMSG #tea :¶BATCH -1
        ann < :* FAIL BATCH MULTILINE_INVALID :*
        ann > BATCH +1 draft/multiline #tea¶@batch=1 PRIVMSG #tea :¶@batch=1 PRIVMSG #tea :¶BATCH -1
        ann < :* FAIL BATCH MULTILINE_INVALID :*
        ann > BATCH +1 draft/multiline #tea¶BATCH -1
        ann < :* FAIL BATCH MULTILINE_INVALID :*
        ann > BATCH +1 draft/multiline #tea¶@batch=1 TAGMSG #tea¶BATCH -1
        ann < :* FAIL BATCH MULTILINE_INVALID :*
        ann > BATCH +1 draft/multiline #tea¶@batch=2 PRIVMSG #tea one¶@batch=1 PRIVMSG #tea two¶BATCH -1
        ann < :* FAIL BATCH MULTILINE_INVALID :*
        ann > BATCH +1 draft/multiline #tea¶PRIVMSG #tea one¶BATCH -1
        ann < :* FAIL BATCH MULTILINE_INVALID :*
        ann > BATCH +1 draft/multiline #tea¶@batch=1 BATCH +2 draft/multiline #tea¶BATCH -1
        ann < :* FAIL BATCH MULTILINE_INVALID :*
        ann > BATCH +1 draft/multiline #tea¶BATCH +2 draft/multiline #tea¶BATCH -1
        ann < :* FAIL BATCH MULTILINE_INVALID :*
        ann > BATCH +1 draft/multiline¶@batch=1 PRIVMSG #tea one¶BATCH -1
        ann < :* FAIL BATCH MULTILINE_INVALID :*
        bob < none
        """);

    [Fact]
    public Task What_is_no_batch_of_this_server_is_refused() => Transcript.RunAsync(
        """
        ann joins #tea with draft/multiline batch message-tags
        bob joins #tea with message-tags
        ann > BATCH +a_b draft/multiline #tea
        ann < :* FAIL BATCH INVALID_REFTAG +a_b :*
        ann > BATCH 1 draft/multiline #tea
        ann < :* FAIL BATCH INVALID_REFTAG 1 :*
        ann > BATCH -1
        ann < :* FAIL BATCH INVALID_REFTAG 1 :*
        ann > BATCH +1 netsplit a b¶@batch=1 PRIVMSG #tea one¶BATCH -1
        ann < :* FAIL BATCH UNKNOWN_TYPE 1 netsplit :*
        ann > BATCH
        ann < :* 461 ann BATCH :*
        bob > BATCH +1 draft/multiline #tea
        bob < :* FAIL BATCH UNKNOWN_TYPE 1 draft/multiline :*
        """);

    [Fact]
    public Task A_message_over_a_limit_is_refused_with_the_limit() => Transcript.RunAsync(
        """
        ann joins #tea with draft/multiline batch message-tags
        bob joins #tea
        ann > BATCH +1 draft/multiline #tea¶@batch=1 PRIVMSG #tea 1234567890¶@batch=1 PRIVMSG #tea 1234567890¶BATCH -1
        ann < :* FAIL BATCH MULTILINE_MAX_BYTES 20 :*
        ann > BATCH +1 draft/multiline #tea¶@batch=1 PRIVMSG #tea 1¶@batch=1 PRIVMSG #tea 2¶@batch=1 PRIVMSG #tea 3¶@batch=1 PRIVMSG #tea 4¶BATCH -1
        ann < :* FAIL BATCH MULTILINE_MAX_LINES 3 :*
        ann > BATCH +1 draft/multiline #tea¶@batch=1 PRIVMSG #tea 1234567890¶@batch=1;draft/multiline-concat PRIVMSG #tea 1234567890¶BATCH -1
        ann < none
        bob < :ann!* PRIVMSG #tea 1234567890
        bob < :ann!* PRIVMSG #tea 1234567890
        """, Small);

    [Fact]
    public Task A_batch_left_open_is_given_up_and_other_commands_go_on_meanwhile() => Transcript.RunAsync(
        """
        ann joins #tea with draft/multiline batch message-tags
        bob joins #tea
        ann > BATCH +1 draft/multiline #tea
        ann > PING x
        ann < :* PONG tea.example :x
        time 5m
        ann > @batch=1 PRIVMSG #tea one
        time 6m
        ann > @batch=1 PRIVMSG #tea two
        ann < :* FAIL BATCH TIMEOUT 1 :*
        ann > BATCH -1
        ann < none
        bob < none
        """, Stage.Options with { Limits = Stage.Options.Limits with { PingSeconds = 0 } });

    [Fact]
    public Task What_the_room_refuses_is_said_with_the_label_of_the_opening() => Transcript.RunAsync(
        """
        ann joins #tea
        bob connects with draft/multiline batch message-tags labeled-response echo-message
        bob > @label=b1 BATCH +1 draft/multiline #tea¶@batch=1 PRIVMSG #tea one¶@batch=1 PRIVMSG #tea two¶BATCH -1
        bob < @label=b1 :* 404 bob #tea :*
        bob > @label=b2 BATCH +1 draft/multiline ann¶@batch=1 PRIVMSG ann one¶@batch=1 PRIVMSG ann two¶BATCH -1
        bob < @label=b2 :bob!* BATCH +$b draft/multiline ann
        bob < @batch=$b :bob!* PRIVMSG ann one
        bob < @batch=$b :bob!* PRIVMSG ann two
        bob < :bob!* BATCH -$b
        ann < :bob!* PRIVMSG ann one
        ann < :bob!* PRIVMSG ann two
        """);
}
