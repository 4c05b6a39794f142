namespace Teahouse.Core.Tests.Transcripts;

public sealed class ChannelTranscripts
{
    [Fact]
    public Task Who_comes_first_makes_the_channel_and_runs_it() => Transcript.RunAsync(
        """
        ann connects
        bob connects
        ann > JOIN #Tea
        ann < :ann!* JOIN #Tea
        ann < :* 353 ann = #Tea :@ann
        ann < :* 366 ann #Tea :*
        bob > JOIN #tea
        bob < :bob!* JOIN #Tea
        bob < :* 353 bob = #Tea :*
        bob < :* 366 bob #Tea :*
        ann < :bob!* JOIN #Tea
        ann > NAMES #TEA
        ann < :* 353 ann = #Tea :*
        ann < :* 366 ann #T* :*
        bob > JOIN #tea
        bob < none
        """);

    [Fact]
    public Task Names_that_differ_only_for_Unicode_are_one_channel_as_first_written() => Transcript.RunAsync(
        """
        ann joins #Ébène
        bob connects
        bob > JOIN #ébène
        bob < :bob!* JOIN #Ébène
        bob < :* 353 bob = #Ébène :*
        bob < :* 366 *
        ann < :bob!* JOIN #Ébène
        bob > PRIVMSG #éBèNE :tea?
        ann < :bob!* PRIVMSG #Ébène :tea?
        bob > LIST
        bob < :* 321 *
        bob < :* 322 bob #Ébène 2 :
        bob < :* 323 *
        bob > JOIN #ﷺ
        bob < :bob!* JOIN #ﷺ
        bob < ...
        """);

    [Fact]
    public Task A_join_shows_as_much_as_the_client_asked_for() => Transcript.RunAsync(
        """
        account ann
        bob joins #tea with extended-join userhost-in-names multi-prefix
        cat joins #tea
        ann1 connects as ann with server-time account-tag
        ann1 > JOIN #tea
        ann1 < @time=*;account=ann;!msgid :ann!~ann1@ann.cloak JOIN #tea
        ann1 < ...
        bob < :ann!~ann1@ann.cloak JOIN #tea ann :ann1 of the house
        cat < :ann!~ann1@ann.cloak JOIN #tea
        bob > MODE #tea +v bob
        bob < :bob!* MODE #tea +v bob
        bob > NAMES #tea
        bob < :* 353 bob = #tea :*@+bob!~bob@*.ip.cloak*
        bob < :* 366 *
        cat < :bob!* MODE #tea +v bob
        cat > NAMES #tea
        cat < :* 353 cat = #tea :*@bob*
        cat < :* 366 *
        """);

    [Fact]
    public Task Several_channels_and_keys_go_in_one_line() => Transcript.RunAsync(
        """
        ann joins #a
        ann joins #b
        ann > MODE #b +k oolong
        ann < :ann!* MODE #b +k oolong
        bob connects
        bob > JOIN #a,#b,nonsense,#c x,oolong
        bob < :bob!* JOIN #a
        bob < :* 353 *
        bob < :* 366 *
        bob < :bob!* JOIN #b
        bob < :* 353 *
        bob < :* 366 *
        bob < :* 403 bob nonsense :No such channel
        bob < :bob!* JOIN #c
        bob < :* 353 *
        bob < :* 366 *
        bob > JOIN
        bob < :* 461 bob JOIN :Not enough parameters
        bob > JOIN 0
        bob < :bob!* PART #a
        bob < :bob!* PART #b
        bob < :bob!* PART #c
        ann < ...
        """);

    [Fact]
    public Task A_part_is_told_with_its_reason() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea
        bob > PART #tea :the kettle calls
        bob < :bob!* PART #tea :the kettle calls
        ann < :bob!* PART #tea :the kettle calls
        bob > PART #tea
        bob < :* 442 bob #tea :You're not on that channel
        bob > PART #nowhere,nonsense
        bob < :* 403 bob #nowhere :No such channel
        bob < :* 403 bob nonsense :No such channel
        bob > PART
        bob < :* 461 *
        """);

    [Fact]
    public Task A_topic_is_kept_and_guarded() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea
        bob > TOPIC #tea
        bob < :* 331 bob #tea :No topic is set
        bob > TOPIC #tea :mine
        bob < :* 482 bob #tea :You're not a channel operator
        ann > TOPIC #tea :green and black
        ann < :ann!* TOPIC #tea :green and black
        bob < :ann!* TOPIC #tea :green and black
        ann > TOPIC #tea :green and black
        ann < none
        bob > TOPIC #tea
        bob < :* 332 bob #tea :green and black
        bob < :* 333 bob #tea ann!* 1800000000
        ann > MODE #tea -t
        ann < :ann!* MODE #tea -t
        bob < :ann!* MODE #tea -t
        bob > TOPIC #tea :
        bob < :bob!* TOPIC #tea :
        ann < :bob!* TOPIC #tea :
        cat connects
        cat > TOPIC #tea :mine
        cat < :* 442 cat #tea :*
        cat > TOPIC #nowhere
        cat < :* 403 cat #nowhere :*
        cat > TOPIC nonsense
        cat < :* 403 cat nonsense :*
        """);

    [Fact]
    public Task A_kick_ends_a_membership() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea
        cat joins #tea
        bob > KICK #tea cat
        bob < :* 482 bob #tea :*
        ann > KICK #tea bob,cat :hot
        ann < :ann!* KICK #tea bob :hot
        ann < :ann!* KICK #tea cat :hot
        bob < :ann!* KICK #tea bob :hot
        cat < :ann!* KICK #tea bob :hot
        cat < :ann!* KICK #tea cat :hot
        cat > PRIVMSG #tea :why?
        cat < :* 404 cat #tea :Cannot send to channel (+n)
        ann > KICK #tea bob
        ann < :* 441 ann bob #tea :They aren't on that channel
        ann > KICK #nowhere bob
        ann < :* 403 ann #nowhere :*
        ann > KICK #tea :a b
        ann < :* 401 ann * :*
        ann > KICK #tea
        ann < :* 461 *
        bob > JOIN #tea
        bob < :bob!* JOIN #tea
        bob < ...
        bob > QUIT
        ann < :bob!* JOIN #tea
        ann < :bob!* QUIT :Quit
        """);

    [Fact]
    public Task Who_is_invited_may_come_in_spite_of_the_rules() => Transcript.RunAsync(
        """
        ann joins #tea
        bob connects
        op joins #tea with invite-notify
        ann > MODE #tea +io op
        ann < :ann!* MODE #tea +io op
        op < :ann!* MODE #tea +io op
        bob > JOIN #tea
        bob < :* 473 bob #tea :Cannot join channel (+i)
        ann > INVITE bob #tea
        ann < :* 341 ann bob #tea
        bob < :ann!* INVITE bob #tea
        op < :ann!* INVITE bob #tea
        bob > JOIN #tea
        bob < :bob!* JOIN #tea
        bob < ...
        ann < :bob!* JOIN #tea
        op < :bob!* JOIN #tea
        ann > INVITE bob #tea
        ann < :* 443 ann bob #tea :is already on channel
        bob > INVITE ann #nowhere
        bob < :* 403 bob #nowhere :*
        bob > INVITE nobody #tea
        bob < :* 401 bob nobody :*
        cat connects
        bob > INVITE cat #tea
        bob < :* 482 bob #tea :*
        """);

    [Fact]
    public Task List_names_what_everybody_may_know() => Transcript.RunAsync(
        """
        ann joins #tea
        ann joins #secret
        ann > MODE #secret +s
        ann < :ann!* MODE #secret +s
        ann > TOPIC #tea :leaves
        ann < :ann!* TOPIC #tea :leaves
        bob connects
        bob > LIST #t*
        bob < :* 321 bob Channel :*
        bob < :* 322 bob #tea 1 :leaves
        bob < :* 323 bob :*
        bob > LIST >0
        bob < :* 321 *
        bob < :* 322 bob #tea 1 :leaves
        bob < :* 323 *
        bob > LIST #secret
        bob < :* 321 *
        bob < :* 323 *
        ann > LIST #secret
        ann < :* 321 *
        ann < :* 322 ann #secret 1 :
        ann < :* 323 *
        bob > NAMES #secret
        bob < :* 366 bob #secret :*
        bob > WHO #secret
        bob < :* 315 *
        bob > TOPIC #secret
        bob < :* 442 *
        bob > NAMES
        bob < :* 366 bob * :*
        """);

    [Fact]
    public Task A_room_that_nobody_registered_ends_ten_minutes_after_its_last_member() => Transcript.RunAsync(
        """
        ann joins #tea with draft/chathistory draft/event-playback batch message-tags
        ann > PRIVMSG #tea :first
        ann > MODE #tea +s
        ann < :ann!* MODE #tea +s
        ann > PART #tea
        ann < :ann!* PART #tea
        time 9m
        ann < ...
        ann > JOIN #tea
        ann < :ann!* JOIN #tea
        ann < :* 353 ann @ #tea :@ann
        ann < :* 366 *
        ann > PART #tea
        ann < :ann!* PART #tea
        // Asking after it does not keep it.
        ann > LIST
        ann < ...
        time 11m
        ann < ...
        ann > JOIN #tea
        ann < :ann!* JOIN #tea
        ann < :* 353 ann = #tea :@ann
        ann < :* 366 *
        ann > CHATHISTORY LATEST #tea * 10
        ann < :* BATCH +$b chathistory #tea
        ann < @batch=$b :ann!* JOIN #tea
        ann < :* BATCH -$b
        """);

    [Fact]
    public Task Nobody_finds_the_presence_of_a_room_that_ended_in_the_next_one() => Transcript.RunAsync(
        """
        ann joins #tea
        ann > PART #tea :spoken to nobody
        ann < :ann!* PART #tea :*
        time 11m
        bob joins #tea with draft/chathistory draft/event-playback batch message-tags
        bob > CHATHISTORY LATEST #tea * 10
        bob < :* BATCH +$b chathistory #tea
        bob < @batch=$b :bob!* JOIN #tea
        bob < :* BATCH -$b
        ann < ...
        """);
}
