using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class ChannelModeTranscripts
{
    [Fact]
    public Task The_server_says_which_modes_there_are() => Transcript.RunAsync(
        """
        ann connects
        ann > VERSION
        ann ~ *ACCOUNTEXTBAN=a *
        ann ~ *PREFIX=(qaohv)~&@%+ *
        ann > VERSION
        ann ~ *CHANMODES=beI,k,fl,CMRUimnstu *EXTBAN=,am *
        ann ~ *MAXLIST=b:100,e:100,I:100 *
        ann < ...
        """);

    [Fact]
    public Task Half_operators_keep_the_lists_and_give_voice_and_no_more() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea with multi-prefix
        cat joins #tea
        ann > MODE #tea +hv bob bob
        ann < :ann!* MODE #tea +hv bob bob
        clear
        bob > NAMES #tea
        bob < :* 353 bob = #tea :*%+bob*
        bob < :* 366 *
        bob > MODE #tea +v cat
        bob < :bob!* MODE #tea +v cat
        bob > MODE #tea +m-o+o ann cat
        bob < :* 482 bob #tea :*
        bob > MODE #tea +b dan
        bob < :bob!* MODE #tea +b dan!*@*
        bob > KICK #tea ann
        bob < :* 482 bob #tea :*
        bob > TOPIC #tea :leaves
        bob < :bob!* TOPIC #tea :leaves
        bob > KICK #tea cat
        bob < :bob!* KICK #tea cat bob
        bob > MODE #tea -h bob
        bob < :bob!* MODE #tea -h bob
        bob > MODE #tea +b eve
        bob < :* 482 bob #tea :*
        ann < ...
        """);

    [Fact]
    public Task Nobody_becomes_founder_or_admin_by_mode_alone() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea
        ann > MODE #tea +q bob
        ann < :* 482 ann #tea :*
        ann > MODE #tea +a bob
        ann < :* 482 ann #tea :*
        bob < none
        """);

    [Fact]
    public Task CTCP_stays_outside_where_it_is_not_wanted() => Transcript.RunAsync(
        "ann joins #tea\nbob joins #tea\n" +
        "ann > MODE #tea +C\nann < :ann!* MODE #tea +C\nbob < :ann!* MODE #tea +C\n" +
        "bob > PRIVMSG #tea :\u0001VERSION\u0001\nbob < :* 404 bob #tea :Cannot send to channel (+C)\n" +
        "bob > PRIVMSG #tea :\u0001ACTION nods\u0001\nann < :bob!* PRIVMSG #tea :\u0001ACTION nods\u0001");

    [Fact]
    public Task Some_rooms_want_to_know_who_comes_and_some_who_speaks() => Transcript.RunAsync(
        """
        account cat
        ann joins #in
        ann joins #out
        ann > MODE #in +R
        ann > MODE #out +M
        clear
        bob connects
        bob > JOIN #in
        bob < :* 477 bob #in :Cannot join channel (+R)
        bob > JOIN #out
        bob < ...
        bob > PRIVMSG #out :hi
        bob < :* 404 bob #out :Cannot send to channel (+M)
        cat1 connects as cat
        cat1 > JOIN #in,#out
        cat1 < ...
        cat1 > PRIVMSG #out :hi
        bob < :cat!* JOIN #out
        bob < :cat!* PRIVMSG #out :hi
        """);

    [Fact]
    public Task Who_may_not_come_in_is_forwarded() => Transcript.RunAsync(
        """
        ann joins #tea
        ann joins #hall
        bob joins #own
        ann > MODE #tea +f #nowhere
        ann < :* 696 ann #tea f #nowhere :*
        ann > MODE #tea +f #own
        ann < :* 482 ann #own :*
        ann > MODE #tea +f #tea
        ann < :* 696 ann #tea f #tea :*
        ann > MODE #tea +if #HALL
        ann < :ann!* MODE #tea +if #hall
        ann > MODE #tea
        ann < :* 324 ann #tea +intf #hall
        ann < :* 329 *
        bob > JOIN #tea
        bob < :* 470 bob #tea #hall :*
        bob < :bob!* JOIN #hall
        bob < :* 353 *
        bob < :* 366 *
        ann < :bob!* JOIN #hall
        ann > MODE #hall +if #tea
        ann < ...
        bob < :ann!* MODE #hall +if #tea
        cat connects
        cat > JOIN #tea
        cat < :* 470 cat #tea #hall :*
        cat < :* 473 cat #hall :*
        ann > MODE #tea -f
        ann < :ann!* MODE #tea -f
        """);

    [Fact]
    public Task In_an_auditorium_plain_members_do_not_see_each_other() => Transcript.RunAsync(
        """
        ann joins #tea
        ann > MODE #tea +u
        ann < :ann!* MODE #tea +u
        bob joins #tea
        cat connects
        cat > JOIN #tea
        cat < :cat!* JOIN #tea
        cat < :* 353 cat = #tea :*
        cat < :* 366 *
        ann < :cat!* JOIN #tea
        bob < none
        bob > NAMES #tea
        bob < :* 353 bob = #tea @ann
        bob < :* 366 *
        bob > WHO #tea
        bob < :* 352 *
        bob < :* 315 *
        cat > NICK kit
        cat < :cat!* NICK kit
        bob < none
        ann < :cat!* NICK kit
        cat > PRIVMSG #tea :heard by all
        bob < :kit!* PRIVMSG #tea :heard by all
        ann < :kit!* PRIVMSG #tea :heard by all
        cat > QUIT
        bob < none
        ann < :kit!* QUIT *
        cat < ...
        ann > MODE #tea +v bob
        ann < ...
        bob < ...
        bob > PART #tea
        ann < :bob!* PART #tea
        bob < :bob!* PART #tea
        """);

    [Fact]
    public Task In_an_op_moderated_room_only_operators_hear_the_voiceless() => Transcript.RunAsync(
        """
        ann joins #tea with draft/chathistory batch message-tags
        ann > MODE #tea +U
        ann < :ann!* MODE #tea +U
        bob joins #tea with echo-message draft/chathistory batch message-tags
        cat joins #tea with draft/chathistory batch message-tags teahouse.chat/seq
        bob > PRIVMSG #tea :for operators
        bob < * PRIVMSG #tea :for operators
        ann < * PRIVMSG #tea :for operators
        cat < @teahouse.chat/seq=1-2 :tea.example TAGMSG #tea
        cat > CHATHISTORY LATEST #tea * 10
        cat < :* BATCH +$b chathistory #tea
        cat < @teahouse.chat/seq=1-1 :tea.example TAGMSG #tea
        cat < @teahouse.chat/seq=1-2 :tea.example TAGMSG #tea
        cat < :* BATCH -$b
        bob > CHATHISTORY LATEST #tea * 10
        bob < :* BATCH +$c chathistory #tea
        bob < * PRIVMSG #tea :for operators
        bob < :* BATCH -$c
        ann > CHATHISTORY LATEST #tea * 10
        ann < :* BATCH +$d chathistory #tea
        ann < * PRIVMSG #tea :for operators
        ann < :* BATCH -$d
        ann > MODE #tea +v bob
        ann < ...
        bob < ...
        cat < ...
        bob > PRIVMSG #tea :for all
        cat < * PRIVMSG #tea :for all
        ann < ...
        bob < ...
        """);
}
