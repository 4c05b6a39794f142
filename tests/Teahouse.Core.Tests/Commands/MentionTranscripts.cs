using System.Globalization;
using System.Text;

namespace Teahouse.Core.Tests.Transcripts;

/// <summary>Words for everybody: docs/extensions/mention.md.</summary>
public sealed class MentionTranscripts
{
    [Fact]
    public Task A_call_is_marked_by_the_server_once_a_minute_and_never_by_a_client() => Transcript.RunAsync(
        """
        ann joins #tea with message-tags echo-message
        bob joins #tea with message-tags
        cat joins #tea
        ann > @+x=y PRIVMSG #tea :好消息@所有人
        ann < @teahouse.chat/mention=all;+x=y :ann!* PRIVMSG #tea :好消息@所有人
        bob < @teahouse.chat/mention=all :ann!* PRIVMSG #tea :好消息@所有人
        cat < :ann!* PRIVMSG #tea :好消息@所有人
        bob > @teahouse.chat/mention=all PRIVMSG #tea :@here again
        ann < @!teahouse.chat/mention :bob!* PRIVMSG #tea :@here again
        cat < ...
        time 61s
        bob > NOTICE #tea :@在线 and now
        ann < @teahouse.chat/mention=here :bob!* NOTICE #tea :@在线 and now
        cat < ...
        time 61s
        bob > @teahouse.chat/mention=all PRIVMSG #tea :hello
        ann < @!teahouse.chat/mention :bob!* PRIVMSG #tea hello
        bob > PRIVMSG ann :@all of you
        ann < @!teahouse.chat/mention :bob!* PRIVMSG ann :@all of you
        cat < ...
        """);

    [Fact]
    public Task The_history_has_the_mark_too_and_a_message_of_several_lines_has_it_once() => Transcript.RunAsync(
        """
        ann joins #tea with draft/multiline batch message-tags
        bob joins #tea with message-tags draft/chathistory batch
        ann > BATCH +1 draft/multiline #tea¶@batch=1 PRIVMSG #tea :@all one¶@batch=1 PRIVMSG #tea two¶BATCH -1
        bob < @teahouse.chat/mention=all :ann!* PRIVMSG #tea :@all one
        bob < @!teahouse.chat/mention :ann!* PRIVMSG #tea two
        bob > CHATHISTORY LATEST #tea * 1
        bob < :* BATCH +$h chathistory #tea
        bob < @teahouse.chat/mention=all :ann!* PRIVMSG #tea :@all one
        bob < @!teahouse.chat/mention :ann!* PRIVMSG #tea two
        bob < :* BATCH -$h
        """);

    [Fact]
    public Task In_a_large_room_only_those_with_a_rank_call_everybody()
    {
        var text = new StringBuilder("ann joins #tea with message-tags echo-message\nbob joins #tea with message-tags echo-message\n");
        for (var i = 0; i < 19; i++) text.Append(CultureInfo.InvariantCulture, $"guest{i} joins #tea\n");
        text.Append(
            """
            ann > MODE #tea +v bob
            clear
            bob > PRIVMSG #tea :@all please
            bob < @!teahouse.chat/mention :bob!* PRIVMSG #tea :@all please
            ann < ...
            ann > MODE #tea +h bob
            clear
            bob > PRIVMSG #tea :@all please
            bob < @teahouse.chat/mention=all :bob!* PRIVMSG #tea :@all please
            """);
        return Transcript.RunAsync(text.ToString());
    }

    [Theory]
    [InlineData("all")]
    [InlineData("HERE")]
    [InlineData("所有人")]
    [InlineData("在线")]
    public Task Nobody_is_called_like_everybody(string name) => Transcript.RunAsync(
        $"""
        ann connects
        ann > NICK {name}
        ann < :* 433 ann {name} *
        ann > NICK al
        ann < :ann!* NICK al
        ann > NICK Ali
        ann < :al!* NICK Ali
        """);
}
