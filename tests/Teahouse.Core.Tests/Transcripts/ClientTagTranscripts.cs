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
