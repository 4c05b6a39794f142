namespace Teahouse.Core.Tests.Transcripts;

public sealed class MessageTranscripts
{
    [Fact]
    public Task A_message_goes_to_all_but_its_sender() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea
        cat connects
        ann > PRIVMSG #tea :a cup of tea?
        ann < none
        bob < :ann!~ann@*.ip.cloak PRIVMSG #tea :a cup of tea?
        cat < none
        bob > NOTICE #tea ::)
        ann < :bob!* NOTICE #tea ::)
        """);

    [Fact]
    public Task With_echo_message_the_sender_hears_it_too_and_all_see_the_same_id() => Transcript.RunAsync(
        """
        ann joins #tea with echo-message message-tags server-time
        bob joins #tea with message-tags server-time account-tag
        cat joins #tea
        ann > PRIVMSG #tea :茶?
        ann < @msgid=$id;time=$when;!label;!account :ann!* PRIVMSG #tea :茶?
        bob < @msgid=$id;time=$when :ann!* PRIVMSG #tea :茶?
        cat < @!msgid;!time :ann!* PRIVMSG #tea :茶?
        """);

    [Fact]
    public Task A_label_comes_back_with_the_echo_and_with_nobody_elses_copy() => Transcript.RunAsync(
        """
        ann joins #tea with echo-message labeled-response batch message-tags
        bob joins #tea with echo-message labeled-response batch message-tags
        ann > @label=a1 PRIVMSG #tea :tea?
        ann < @label=a1;msgid=$id :ann!* PRIVMSG #tea :tea?
        bob < @!label;msgid=$id :ann!* PRIVMSG #tea :tea?
        ann > @label=a2 PRIVMSG bob :tea?
        ann < @label=a2 :ann!* PRIVMSG bob :tea?
        bob < @!label :ann!* PRIVMSG bob :tea?
        ann > @label=a3 PRIVMSG ann :note
        ann < @label=a3;msgid=$note :ann!* PRIVMSG ann :note
        ann < @!label;msgid=$note :ann!* PRIVMSG ann :note
        """);

    [Fact]
    public Task A_labelled_command_gets_one_labelled_answer() => Transcript.RunAsync(
        """
        ann joins #tea with labeled-response batch message-tags
        ann > @label=a1 PRIVMSG #tea :tea?
        ann < @label=a1 :tea.example ACK
        ann > @label=a2 PING x
        ann < @label=a2 :tea.example PONG tea.example :x
        ann > @label=a3 PRIVMSG nobody :tea?
        ann < @label=a3 :* 401 ann nobody :*
        ann > @label=a4 MODE #tea
        ann < @label=a4 :tea.example BATCH +$b labeled-response
        ann < @batch=$b :* 324 *
        ann < @batch=$b :* 329 *
        ann < @!label;!batch :tea.example BATCH -$b
        ann > @label=a5 JOIN #two
        ann < @label=a5 :* BATCH +$c labeled-response
        ann < @batch=$c :ann!* JOIN #two
        ann < @batch=$c :* 353 *
        ann < @batch=$c :* 366 *
        ann < :* BATCH -$c
        ann > @label=a6 PONG x
        ann < @label=a6 :* ACK
        ann > @label=a7 MEOW
        ann < @label=a7 :* 421 ann MEOW :Unknown command
        ann > @label=a8 TOPIC #tea :leaves
        ann < @label=a8 :ann!* TOPIC #tea :leaves
        ann > @label=a9 NICK anna
        ann < @label=a9 :ann!* NICK anna
        ann > @label=b1 PART #two
        ann < @label=b1 :anna!* PART #two
        ann > @label=b2 TAGMSG #tea
        ann < @label=b2 :* ACK
        ann > @label=b3 NICK
        ann < @label=b3 :* 431 *
        """);

    [Fact]
    public Task A_label_that_is_none_is_passed_over() => Transcript.RunAsync(
        """
        ann connects with labeled-response batch message-tags
        ann > @label=1234567890123456789012345678901234567890123456789012345678901234 PING x
        ann < @label=1234567890123456789012345678901234567890123456789012345678901234 :* PONG * :x
        ann > @label=12345678901234567890123456789012345678901234567890123456789012345 PING x
        ann < @!label :* PONG * :x
        // 22 letters, 66 bytes.
        ann > @label=茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶 PING x
        ann < @!label :* PONG * :x
        ann > @label= PING x
        ann < @!label :* PONG * :x
        bob connects with labeled-response message-tags
        bob > @label=x WHOIS bob
        bob < @!label :* 311 *
        bob < ...
        """);

    [Fact]
    public Task A_message_to_several_targets_is_answered_in_the_order_given() => Transcript.RunAsync(
        """
        ann joins #tea with echo-message labeled-response batch message-tags
        bob joins #tea
        ann > @label=a PRIVMSG bob,nobody,#tea,BOB :tea?
        ann < @label=a :* BATCH +$b labeled-response
        ann < @batch=$b :ann!* PRIVMSG bob :tea?
        ann < @batch=$b :ann!* PRIVMSG #tea :tea?
        ann < @batch=$b :* 401 ann nobody :*
        ann < :* BATCH -$b
        bob < :ann!* PRIVMSG bob :tea?
        bob < :ann!* PRIVMSG #tea :tea?
        bob > PRIVMSG ann,#tea :yes
        bob < none
        ann < :bob!* PRIVMSG ann :yes
        ann < :bob!* PRIVMSG #tea :yes
        bob > PRIVMSG a,b,c,d,e :hm
        bob < :* 407 bob a,b,c,d,e :*
        bob > PRIVMSG , :hm
        bob < none
        """);

    [Fact]
    public Task Many_messages_read_together_keep_their_order_and_their_labels() => Transcript.RunAsync(
        """
        ann joins #tea with echo-message labeled-response batch message-tags
        bob joins #tea
        ann > @label=1 PRIVMSG #tea :one¶@label=2 PRIVMSG bob :two¶@label=3 PRIVMSG #tea :three¶@label=4 NOTICE #tea :four¶@label=5 PRIVMSG nobody :five¶@label=6 PRIVMSG #TEA :six
        ann < @label=1 :ann!* PRIVMSG #tea :one
        ann < @label=2 :ann!* PRIVMSG bob :two
        ann < @label=3 :ann!* PRIVMSG #tea :three
        ann < @label=4 :ann!* NOTICE #tea :four
        ann < @label=5 :* 401 *
        ann < @label=6 :ann!* PRIVMSG #tea :six
        bob < :ann!* PRIVMSG #tea :one
        bob < :ann!* PRIVMSG bob :two
        bob < :ann!* PRIVMSG #tea :three
        bob < :ann!* NOTICE #tea :four
        bob < :ann!* PRIVMSG #tea :six
        """);

    [Fact]
    public Task What_is_missing_is_said() => Transcript.RunAsync(
        """
        ann connects with message-tags
        ann > PRIVMSG
        ann < :* 411 ann :No recipient given (PRIVMSG)
        ann > PRIVMSG ann
        ann < :* 412 ann :No text to send
        ann > PRIVMSG ann :
        ann < :* 412 ann :No text to send
        ann > NOTICE
        ann < :* 411 ann :No recipient given (NOTICE)
        ann > TAGMSG
        ann < :* 461 ann TAGMSG :*
        ann > PRIVMSG #nowhere :hello?
        ann < :* 403 ann #nowhere :No such channel
        ann > PRIVMSG #a,b :hello?
        ann < :* 403 ann #a :*
        ann < :* 401 ann b :*
        """);

    [Fact]
    public Task Only_tags_between_clients_are_passed_on_and_only_to_those_who_know_tags() => Transcript.RunAsync(
        """
        ann joins #tea with message-tags echo-message
        bob joins #tea with message-tags
        cat joins #tea
        ann > @+typing=active;time=2020-01-01T00:00:00.000Z;msgid=mine TAGMSG #tea
        ann < @+typing=active;msgid=$own :ann!* TAGMSG #tea
        bob < @+typing=active;!time :ann!* TAGMSG #tea
        cat < none
        ann > @+draft/reply=$own;+x=a1 PRIVMSG #tea :yes
        ann < @+draft/reply=$own;+x=$x :ann!* PRIVMSG #tea :yes
        bob < @+draft/reply=$own;+x=$x :ann!* PRIVMSG #tea :yes
        cat < :ann!* PRIVMSG #tea :yes
        cat > @+typing=active TAGMSG #tea
        cat < none
        cat > @+typing=active PRIVMSG #tea :me too
        ann < @!+typing :cat!* PRIVMSG #tea :me too
        bob < @!+typing :cat!* PRIVMSG #tea :me too
        """);

    [Fact]
    public Task What_is_said_to_an_account_is_kept_for_it_here_or_not() => Transcript.RunAsync(
        """
        account ann
        account bob
        ann1 connects as ann with draft/chathistory batch message-tags echo-message
        bob1 connects as bob
        bob1 > NICK robert
        bob1 < :bob!* NICK robert
        ann1 > PRIVMSG bob :are you here?
        ann1 < :ann!* PRIVMSG robert :are you here?
        bob1 < :ann!* PRIVMSG robert :are you here?
        bob1 > QUIT
        ann1 > PRIVMSG bob :and now?
        ann1 < :ann!* PRIVMSG bob :and now?
        ann1 > PRIVMSG robert :and now?
        ann1 < :* 401 ann robert :*
        bob2 connects as bob with draft/chathistory batch message-tags
        bob2 > CHATHISTORY LATEST ann * 10
        bob2 < :* BATCH +$b chathistory ann
        bob2 < @batch=$b :ann!* PRIVMSG robert :are you here?
        bob2 < @batch=$b :ann!* PRIVMSG bob :and now?
        bob2 < :* BATCH -$b
        ann1 < ...
        """);

    [Fact]
    public Task Whoever_takes_a_name_later_does_not_read_what_was_written_to_its_holder_before() => Transcript.RunAsync(
        """
        ann connects with draft/chathistory batch message-tags
        bob connects
        ann > PRIVMSG bob :between us
        bob < :ann!* PRIVMSG bob :between us
        bob > QUIT
        eve connects with draft/chathistory batch message-tags
        eve > NICK bob
        eve < :eve!* NICK bob
        eve > CHATHISTORY LATEST ann * 10
        eve < :* BATCH +$b chathistory ann
        eve < :* BATCH -$b
        ann > CHATHISTORY LATEST bob * 10
        ann < :* BATCH +$c chathistory bob
        ann < :* BATCH -$c
        """);
}
