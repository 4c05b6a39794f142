namespace Teahouse.Client.Tests;

public sealed class RoomTests
{
    [Fact]
    public void Joining_brings_topic_and_members()
    {
        var state = Transcript.Play(Transcript.InTea);
        Assert.Equal("Teahouse", state.Network);
        Assert.True(state.Tea().IsJoined);
        Assert.Equal("All about tea", state.Tea().Topic);
        Assert.Equal(["ann", "@bob", "+cat"], state.Tea().Names());
        Assert.Equal(Attachment.Behind, state.Tea().Attachment);
    }

    [Fact]
    public void Comings_and_goings_change_the_members_and_leave_rows()
    {
        var state = Transcript.Play(Transcript.InTea, """
            :dan!d@h JOIN #tea
            :dan!d@h NICK dana
            :cat!c@h PART #tea :bye
            :bob!b@h KICK #tea dana :enough
            :bob!b@h QUIT :gone
            """);
        Assert.Equal(["ann"], state.Tea().Names());
        Assert.Equal(["Join dan", "Nick dan dana", "Part cat (bye)", "Kick bob dana (enough)", "Quit bob (gone)"], state.Tea().Rows());
    }

    [Fact]
    public void A_room_with_another_name_is_the_same_room_with_its_members_and_what_was_said_and_the_change_is_told_once()
    {
        var state = Transcript.Play(Transcript.InTea, ":bob!b@h PRIVMSG #tea :before");
        var room = state.Tea();
        var told = new List<(Conversation, string)>();
        state.Renamed += (conversation, before) => told.Add((conversation, before));
        state.Changed += () => Assert.NotEmpty(told);
        state.Then(":bob!b@h RENAME #tea #Green-Tea :less is more");
        Assert.Same(room, Assert.Single(state.Rooms));
        Assert.Same(room, state.FindRoom("#green-tea"));
        Assert.Equal("#Green-Tea", room.Name);
        Assert.Equal(["ann", "@bob", "+cat"], room.Names());
        Assert.Equal([(room, "#tea")], told);
        state.Then(":bob!b@h PRIVMSG #green-tea :after\n:bob!b@h RENAME #nowhere #elsewhere :");
        Assert.Equal(["bob: before", "Rename bob #Green-Tea (less is more)", "bob: after"], room.Rows());
        Assert.Single(told);
    }

    [Fact]
    public void Who_takes_another_nick_keeps_the_chat()
    {
        var state = Transcript.Play(Transcript.InTea, ":bob!b@h PRIVMSG ann :hello");
        var told = new List<(string, string)>();
        state.Renamed += (conversation, before) => told.Add((before, conversation.Name));
        state.Then(":bob!b@h NICK bert");
        Assert.Equal([("bob", "bert")], told);
    }

    [Fact]
    public void What_strangers_do_elsewhere_changes_nothing()
    {
        var state = Transcript.Play(Transcript.InTea, """
            :eve!e@h QUIT :gone
            :eve!e@h NICK evil
            :eve!e@h JOIN #milk
            :eve!e@h PRIVMSG #milk :hello
            :eve!e@h TOPIC #milk :milk
            :eve!e@h MODE #milk +o eve
            """);
        Assert.Single(state.Rooms);
        Assert.Empty(state.Tea().Rows());
        Assert.Empty(state.DirectChats);
    }

    [Fact]
    public void Modes_change_prefixes_highest_first()
    {
        var state = Transcript.Play(Transcript.InTea, ":bob!b@h MODE #tea +klo-v+b key 10 cat cat *!*@bad");
        Assert.Equal(["ann", "@bob", "@cat"], state.Tea().Names());
        state.Then(":bob!b@h MODE #tea -l+v cat");
        Assert.Equal(["ann", "@bob", "@+cat"], state.Tea().Names());
        Assert.Equal("Mode bob (-l+v cat)", state.Tea().Rows()[^1]);
    }

    [Fact]
    public void What_is_said_to_the_operators_is_shown_in_the_room_and_leaves_no_hole_in_its_numbers()
    {
        var state = Transcript.Play(Transcript.InTea, """
            @time=2026-01-01T00:00:01.000Z;msgid=1;teahouse.chat/seq=1-1 :bob!b@h PRIVMSG #tea :one
            @time=2026-01-01T00:00:02.000Z;msgid=2;teahouse.chat/seq=1-7 :bob!b@h PRIVMSG @#tea :between us
            @time=2026-01-01T00:00:03.000Z;msgid=3;teahouse.chat/seq=1-2 :bob!b@h PRIVMSG #tea :two
            """);
        Assert.Equal([1, null, 2], state.Tea().Timeline.Items.Select(i => i.Sequence?.Number));
        Assert.Null(state.Tea().Timeline.NewestGap());
    }

    [Fact]
    public void What_is_told_of_members_is_kept()
    {
        var state = Transcript.Play(Transcript.InTea, """
            :dan!d@h JOIN #tea dan.account :Dan the Man
            :bob!b@h ACCOUNT bobby
            :bob!b@h AWAY :lunch
            :cat!c@h SETNAME :Cat Stevens
            """);
        Assert.Equal(new Member("dan", "dan.account", "", false, "Dan the Man"), state.Tea().Member("DAN"));
        Assert.Equal(new Member("bob", "bobby", "@", true, AwayText: "lunch"), state.Tea().Member("bob"));
        Assert.Equal("Cat Stevens", state.Tea().Member("cat")!.RealName);
        state.Then(":bob!b@h AWAY\n:bob!b@h ACCOUNT *");
        Assert.Equal(new Member("bob", null, "@"), state.Tea().Member("bob"));
    }

    [Fact]
    public void An_answer_to_WHO_tells_accounts_and_who_is_away()
    {
        var state = Transcript.Play(Transcript.InTea, """
            :srv 354 ann 152 #tea bob G@ bobby :Bob
            :srv 354 ann 152 #tea cat H+ 0 :Cat
            :srv 354 ann 7 #tea ann G annie :other question
            """);
        Assert.Equal(new Member("bob", "bobby", "@", true, "Bob"), state.Tea().Member("bob"));
        Assert.Equal(new Member("cat", null, "+", false, "Cat"), state.Tea().Member("cat"));
        Assert.Null(state.Tea().Member("ann")!.Account);
    }

    [Fact]
    public void Who_is_a_guest_is_told_by_WHO_by_JOIN_and_by_what_they_say_until_they_are_none()
    {
        var state = Transcript.Play(Transcript.InTea, """
            :srv 005 ann teahouse.chat/GUEST=g :are supported
            :srv 354 ann 152 #tea bob Hg@ bob :Bob
            :srv 354 ann 152 #tea cat H+ cat :Cat
            @teahouse.chat/guest :dan!d@h JOIN #tea dan :Dan
            """);
        Assert.Equal(["bob", "dan"], Guests(state));
        state.Then("""
            @account=cat;teahouse.chat/guest;msgid=1 :cat!c@h PRIVMSG #tea :hello
            @account=cat;teahouse.chat/guest;msgid=2 :cat!c@h PRIVMSG ann :and you
            :dan!d@h ACCOUNT dan
            @account=bob;msgid=3 :bob!b@h PRIVMSG #tea :a guest no more
            """);
        Assert.Equal(["cat"], Guests(state));
        Assert.Equal([true, false], state.Tea().Timeline.Items.OfType<TimelineMessage>().Select(m => m.From.IsGuest));
        Assert.True(Assert.Single(state.DirectChats).IsGuest);
    }

    [Fact]
    public void A_letter_in_the_flags_of_another_server_makes_nobody_a_guest()
    {
        var state = Transcript.Play(Transcript.InTea, ":srv 354 ann 152 #tea bob Hg@ bob :Bob");
        Assert.Empty(Guests(state));
    }

    [Fact]
    public void Whose_account_nobody_asked_for_is_known_when_they_speak()
    {
        var state = Transcript.Play(Transcript.InTea, "@account=bobby;msgid=1 :bob!b@h PRIVMSG #tea :hello");
        Assert.Equal("bobby", state.Tea().Member("bob")!.Account);
    }

    private static string[] Guests(ChatState state) => [.. state.Tea().Members.Where(m => m.IsGuest).Select(m => m.Nick).Order(StringComparer.Ordinal)];

    [Fact]
    public void Names_asked_again_replace_the_members_and_keep_what_is_known_of_them()
    {
        var state = Transcript.Play(Transcript.InTea, """
            :bob!b@h ACCOUNT bobby
            :srv 353 ann = #tea :bob
            :srv 353 ann = #tea :@ann
            :srv 366 ann #tea :End
            """);
        Assert.Equal(["@ann", "bob"], state.Tea().Names());
        Assert.Equal("bobby", state.Tea().Member("bob")!.Account);
    }

    [Fact]
    public void Who_leaves_forgets_the_room_and_who_is_thrown_out_sees_why()
    {
        Assert.Empty(Transcript.Play(Transcript.InTea, ":ann!a@h PART #tea").Rooms);
        var tea = Transcript.Play(Transcript.InTea, ":bob!b@h KICK #tea ANN :enough").Tea();
        Assert.Equal((false, new Problem(ProblemKind.NotAllowed, "KICK", "enough")), (tea.IsJoined, tea.Problem));
        Assert.Empty(tea.Members);
    }

    [Fact]
    public void What_happens_while_the_answer_to_a_join_arrives_is_not_lost()
    {
        var state = Transcript.Play("""
            :srv 001 ann :Welcome
            @label=1 :srv BATCH +j labeled-response
            @batch=j :ann!a@h JOIN #tea
            :bob!b@h PRIVMSG #tea :welcome
            @batch=j :srv 353 ann = #tea :bob ann
            @batch=j :srv 366 ann #tea :End
            :srv BATCH -j
            """);
        Assert.Equal(["bob: welcome"], state.Tea().Rows());
        Assert.Equal(["ann", "bob"], state.Tea().Names());
    }

    [Fact]
    public void A_split_of_servers_is_many_quits()
    {
        var state = Transcript.Play(Transcript.InTea, """
            :srv BATCH +n netsplit a.example b.example
            @batch=n :bob!b@h QUIT :a.example b.example
            @batch=n :cat!c@h QUIT :a.example b.example
            :srv BATCH -n
            """);
        Assert.Equal(["ann"], state.Tea().Names());
    }

    [Fact]
    public void Own_changes_of_name_login_and_absence_are_seen()
    {
        var state = Transcript.Play(Transcript.InTea, ":ann!a@h NICK anna\n:srv 900 anna anna!a@h annie :Hello");
        Assert.Equal(new Identity("anna", "annie"), state.Me);
        Assert.Equal(["anna", "@bob", "+cat"], state.Tea().Names());
        Assert.Null(state.Then(":srv 901 anna anna!a@h :Out").Me.Account);
    }

    [Fact]
    public void After_the_connection_is_gone_nothing_is_joined_and_all_is_still_there()
    {
        var state = Transcript.Play(Transcript.InTea, ":bob!b@h PRIVMSG #tea :hello");
        state.Disconnected();
        Assert.False(state.Tea().IsJoined);
        Assert.True(state.Tea().Wanted);
        Assert.Equal(["bob: hello"], state.Tea().Rows());
    }

    [Fact]
    public void Who_comes_and_goes_while_the_names_are_being_listed_is_right_afterwards()
    {
        var state = Transcript.Play("""
            :srv 001 ann :Welcome
            :ann!a@h JOIN #tea
            :bob!b@h JOIN #tea
            :eve!e@h PART #tea
            :cat!c@h NICK cats
            :srv 353 ann = #tea :ann @eve dan
            :srv 366 ann #tea :End
            """);
        Assert.Equal(["ann", "bob", "dan"], state.Tea().Names());
        state.Then(":srv 353 ann = #tea :ann dan\n:srv 366 ann #tea :End");
        Assert.Equal(["ann", "dan"], state.Tea().Names());
    }
}
