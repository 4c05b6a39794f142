namespace Teahouse.Core.Tests.Transcripts;

/// <summary>https://ircv3.net/specs/client-tags/reply, typing, react and channel-context.</summary>
public sealed class ClientTagTranscripts
{
    [Fact]
    public Task Typing_is_passed_on_and_kept_nowhere() => Transcript.RunAsync(
        """
        ann joins #tea with message-tags teahouse.chat/seq
        bob joins #tea with message-tags draft/chathistory draft/event-playback batch teahouse.chat/seq
        cat joins #tea
        clear
        ann > @+typing=active TAGMSG #tea
        bob < @+typing=active;msgid=*;!teahouse.chat/seq :ann!* TAGMSG #tea
        cat < none
        ann > @+typing=done TAGMSG bob
        bob < @+typing=done;!teahouse.chat/seq :ann!* TAGMSG bob
        bob > CHATHISTORY LATEST ann * 5
        bob < :* BATCH +$b chathistory ann
        bob < :* BATCH -$b
        """);

    [Fact]
    public Task A_reply_says_what_it_answers_then_and_in_the_history() => Transcript.RunAsync(
        """
        ann joins #tea with message-tags echo-message
        bob joins #tea with message-tags draft/chathistory batch
        ann > PRIVMSG #tea :tea?
        ann < @msgid=$id *
        bob < ...
        ann > @+reply=$id;+draft/reply=$id;time=no;msgid=no;other PRIVMSG #tea :yes
        ann < @+reply=$id;+draft/reply=$id;msgid=$answer;!other :ann!* PRIVMSG #tea :yes
        bob < @+reply=$id;+draft/reply=$id;msgid=$answer;!other;!time :ann!* PRIVMSG #tea :yes
        bob > CHATHISTORY LATEST #tea * 1
        bob < :* BATCH +$b chathistory #tea
        bob < @+reply=$id;+draft/reply=$id;msgid=$answer :ann!* PRIVMSG #tea :yes
        bob < :* BATCH -$b
        """);

    [Theory]
    [InlineData("draft/")]
    [InlineData("")]
    public Task Reactions_come_and_go_and_are_kept(string draft) => Transcript.RunAsync(
        $"""
        ann joins #tea with message-tags echo-message
        bob joins #tea with message-tags draft/chathistory draft/event-playback batch
        ann > PRIVMSG #tea :tea?
        ann < @msgid=$id *
        clear
        bob > @+{draft}reply=$id;+{draft}react=👍🏽 TAGMSG #tea
        ann < @+{draft}reply=$id;+{draft}react=👍🏽;msgid=$one :bob!* TAGMSG #tea
        bob > @+{draft}reply=$id;+{draft}unreact=👍🏽 TAGMSG #tea
        ann < @+{draft}reply=$id;+{draft}unreact=👍🏽;msgid=$two :bob!* TAGMSG #tea
        ann > @+{draft}reply=$id;+{draft}react=lol PRIVMSG #tea :lol
        ann < @+{draft}react=lol :ann!* PRIVMSG #tea :lol
        bob < @+{draft}react=lol :ann!* PRIVMSG #tea :lol
        bob > CHATHISTORY AFTER #tea msgid=$id 5
        bob < :* BATCH +$b chathistory #tea
        bob < @msgid=$one;+{draft}react=👍🏽;+{draft}reply=$id :bob!* TAGMSG #tea
        bob < @msgid=$two;+{draft}unreact=👍🏽 :bob!* TAGMSG #tea
        bob < @+{draft}react=lol :ann!* PRIVMSG #tea :lol
        bob < :* BATCH -$b
        """);

    [Fact]
    public Task A_reaction_is_an_event_of_the_history_for_those_who_asked_for_events_and_a_number_for_those_who_count() => Transcript.RunAsync(
        """
        ann joins #tea with message-tags echo-message
        bob joins #tea with message-tags draft/chathistory batch
        cat joins #tea with message-tags draft/chathistory batch teahouse.chat/seq
        dan joins #tea with draft/chathistory draft/event-playback batch
        ann > PRIVMSG #tea :tea?
        ann < @msgid=$id *
        clear
        ann > @+reply=$id;+draft/react=lol TAGMSG #tea
        ann < @+draft/react=lol;msgid=$r *
        bob < @+draft/react=lol;msgid=$r :ann!* TAGMSG #tea
        cat < @+draft/react=lol;msgid=$r;teahouse.chat/seq=1-2 :ann!* TAGMSG #tea
        dan < none
        bob > CHATHISTORY AFTER #tea msgid=$id 5
        bob < :* BATCH +$b chathistory #tea
        bob < :* BATCH -$b
        cat > CHATHISTORY AFTER #tea msgid=$id 5
        cat < :* BATCH +$c chathistory #tea
        cat < @batch=$c;msgid=$r;teahouse.chat/seq=1-2;!+draft/react :tea.example TAGMSG #tea
        cat < :* BATCH -$c
        dan > CHATHISTORY AFTER #tea msgid=$id 5
        dan < :* BATCH +$d chathistory #tea
        dan < :* BATCH -$d
        """);

    [Fact]
    public Task A_reaction_to_a_direct_message_is_kept_in_the_chat_and_can_be_taken_back() => Transcript.RunAsync(
        """
        ann connects with message-tags echo-message draft/message-redaction
        bob connects with message-tags draft/chathistory draft/event-playback batch draft/message-redaction
        bob > PRIVMSG ann :tea?
        ann < @msgid=$id :bob!* PRIVMSG ann :tea?
        ann > @+reply=$id;+draft/react=👍 TAGMSG bob
        ann < @msgid=$r *
        bob < @msgid=$r;+draft/react=👍;+reply=$id :ann!* TAGMSG bob
        bob > CHATHISTORY LATEST ann * 5
        bob < :* BATCH +$b chathistory ann
        bob < @msgid=$id *
        bob < @msgid=$r;+draft/react=👍;+reply=$id :ann!* TAGMSG bob
        bob < :* BATCH -$b
        ann > REDACT bob $r
        ann < :ann!* REDACT bob $r
        bob < :ann!* REDACT bob $r
        bob > CHATHISTORY LATEST ann * 5
        bob < :* BATCH +$c chathistory ann
        bob < @msgid=$id *
        bob < :ann!* REDACT bob $r
        bob < :* BATCH -$c
        """);

    [Fact]
    public Task A_tag_that_is_to_persist_is_numbered_and_any_other_passes() => Transcript.RunAsync(
        """
        ann joins #tea with message-tags
        bob joins #tea with message-tags teahouse.chat/seq
        clear
        ann > @+example.com/mood=happy TAGMSG #tea
        bob < @+example.com/mood=happy;!teahouse.chat/seq :ann!* TAGMSG #tea
        ann > @+draft/persist;+example.com/mood=happy TAGMSG #tea
        bob < @+example.com/mood=happy;teahouse.chat/seq=1-1 :ann!* TAGMSG #tea
        """);

    [Fact]
    public Task A_private_word_says_which_room_it_is_about() => Transcript.RunAsync(
        """
        ann joins #tea with message-tags
        bob joins #tea with message-tags
        cat joins #tea
        clear
        ann > @+draft/channel-context=#tea;+channel-context=#tea PRIVMSG bob :psst
        bob < @+draft/channel-context=#tea;+channel-context=#tea :ann!* PRIVMSG bob :psst
        ann > @+channel-context=#tea NOTICE cat :psst
        cat < @!+channel-context :ann!* NOTICE cat :psst
        """);
}
