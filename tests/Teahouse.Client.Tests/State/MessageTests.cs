namespace Teahouse.Client.Tests;

public sealed class MessageTests
{
    [Fact]
    public void Messages_of_all_kinds_have_their_rows()
    {
        var tea = Transcript.Play(Transcript.InTea, """
            :bob!b@h PRIVMSG #tea :hello
            :bob!b@h NOTICE #tea :psst
            :bob!b@h PRIVMSG #tea :^AACTION pours tea^A
            :bob!b@h PRIVMSG #tea :^AVERSION^A
            :bob!b@h PRIVMSG @#tea :for operators
            """).Tea();
        Assert.Equal(["bob: hello", "bob: psst", "bob: pours tea", "bob: for operators"], tea.Rows());
        Assert.Equal([MessageKind.Message, MessageKind.Notice, MessageKind.Action, MessageKind.Message], tea.Timeline.Items.Cast<TimelineMessage>().Select(m => m.Kind));
    }

    [Theory]
    [InlineData("ann", "hello ann!", true)]
    [InlineData("ann", "ANN, tea?", true)]
    [InlineData("ann", "anniversary", false)]
    [InlineData("ann", "Joann and ann2", false)]
    [InlineData("ann", "anniversary of ann", true)]
    [InlineData("ann", "叫ann来", true)]
    [InlineData("陈晓", "陈晓你好", true)]
    [InlineData("陈晓", "陈小", false)]
    [InlineData("", "anything", false)]
    public void A_mention_is_the_name_and_not_a_part_of_another_word(string nick, string text, bool mentions) =>
        Assert.Equal(mentions, Mentions.Names(text, nick));

    [Fact]
    public void Unread_counts_others_after_the_read_position()
    {
        var state = Transcript.Play(Transcript.InTea, """
            @time=2026-05-01T12:00:01.000Z :bob!b@h PRIVMSG #tea :one
            @time=2026-05-01T12:00:02.000Z :ann!a@h PRIVMSG #tea :mine
            @time=2026-05-01T12:00:03.000Z :bob!b@h PRIVMSG #tea :ann: two
            """);
        var tea = state.Tea();
        Assert.Equal((2, 1, tea.Timeline.Items[0].Key), (tea.UnreadCount, tea.MentionCount, tea.FirstUnread));
        tea.ReadPosition = ReadPosition.At(tea.Timeline.Items[0]);
        state.Then("@time=2026-05-01T12:00:04.000Z :bob!b@h JOIN #tea");
        Assert.Equal((1, 1, tea.Timeline.Items[2].Key), (tea.UnreadCount, tea.MentionCount, tea.FirstUnread));
    }

    [Fact]
    public void What_was_said_before_one_came_is_not_unread()
    {
        var tea = Transcript.Play(Transcript.InTea, """
            :srv BATCH +h chathistory #tea
            @batch=h;msgid=1;time=2026-05-01T10:00:00.000Z :bob!b@h PRIVMSG #tea :ann: long ago
            :srv BATCH -h
            """).Tea();
        Assert.Equal((0, null), (tea.UnreadCount, tea.FirstUnread));
    }

    [Fact]
    public void A_direct_message_opens_a_chat_and_is_for_the_reader()
    {
        var state = Transcript.Play(Transcript.InTea, """
            @time=2026-05-01T12:00:01.000Z;account=bobby :bob!b@h PRIVMSG ann :psst
            @time=2026-05-01T12:00:02.000Z :cat!c@h PRIVMSG ann :meow
            """);
        Assert.Equal(["cat", "bob"], state.DirectChats.Select(c => c.Name));
        var bob = state.FindChat("BOB")!;
        Assert.Equal(("bobby", 1, 1), (bob.Account, bob.UnreadCount, bob.MentionCount));
        Assert.Equal(Attachment.Behind, bob.Attachment);
    }

    [Fact]
    public void What_one_says_from_another_device_is_in_the_same_chat()
    {
        var state = Transcript.Play(Transcript.InTea, ":bob!b@h PRIVMSG ann :psst\n:ann!a@h PRIVMSG bob :yes?\n:ann!a@h PRIVMSG ann :note to myself");
        Assert.Equal(["bob: psst", "ann: yes?"], state.FindChat("bob")!.Rows());
        Assert.Equal(["ann: note to myself"], state.FindChat("ann")!.Rows());
    }

    [Fact]
    public void A_chat_follows_the_nick_of_the_other()
    {
        var state = Transcript.Play(Transcript.InTea, ":bob!b@h PRIVMSG ann :psst\n:bob!b@h NICK bobby\n:bobby!b@h PRIVMSG ann :me again");
        Assert.Equal(["bob: psst", "bobby: me again"], state.DirectChats.Single().Rows());
    }

    [Fact]
    public void Who_takes_a_name_later_does_not_get_into_the_chat_of_its_holder_before()
    {
        var state = Transcript.Play(Transcript.InTea, """
            @account=bob1 :bob!b@h PRIVMSG ann :secret
            @account=bob2 :bob!x@y PRIVMSG ann :hi
            """);
        Assert.Equal(["bob: hi"], state.DirectChats.Single().Rows());
        Assert.Equal("bob2", state.DirectChats.Single().Account);
    }

    [Fact]
    public void An_account_tells_who_is_meant_where_a_nick_does_not()
    {
        var tea = Transcript.Play(":srv 900 * * annie :Hello", Transcript.InTea, """
            @account=annie :ann_phone!a@h PRIVMSG #tea :mine
            @account=somebody :ann!x@y PRIVMSG #tea :not mine
            """).Tea();
        Assert.Equal([true, false], tea.Timeline.Items.Select(i => i.From.IsMe));
    }

    [Fact]
    public void The_servers_own_words_are_no_chat()
    {
        var state = Transcript.Play(Transcript.InTea, ":srv NOTICE ann :Maintenance at noon\nNOTICE * :Looking up\n:srv WARN * SLOW :Slow down");
        Assert.Equal(["Maintenance at noon", "Looking up", "Slow down"], state.Notices.Select(n => n.Text));
        Assert.Empty(state.DirectChats);
    }

    [Fact]
    public void A_number_without_content_keeps_its_place()
    {
        var tea = Transcript.Play(Transcript.InTea, """
            @teahouse.chat/seq=1-1;msgid=a :bob!b@h PRIVMSG #tea :one
            @teahouse.chat/seq=1-2;msgid=b :srv TAGMSG #tea
            @teahouse.chat/seq=1-3;msgid=c :bob!b@h PRIVMSG #tea :^AVERSION^A
            @teahouse.chat/seq=1-4;msgid=d :bob!b@h PRIVMSG #tea :four
            """).Tea();
        Assert.Equal(["bob: one", "Placeholder srv", "Placeholder bob", "bob: four"], tea.Rows());
        Assert.Null(tea.Timeline.NewestGap());
    }

    [Fact]
    public void Typing_ends_with_the_message_and_begins_no_chat()
    {
        var state = Transcript.Play(Transcript.InTea, "@+typing=active :bob!b@h TAGMSG #tea\n@+typing=active :cat!c@h TAGMSG #tea\n@+typing=active :eve!e@h TAGMSG ann");
        Assert.Equal(["bob", "cat"], state.Tea().Typing);
        state.Then(":bob!b@h PRIVMSG #tea :done\n@+typing=done :cat!c@h TAGMSG #tea");
        Assert.Empty(state.Tea().Typing);
        Assert.Empty(state.DirectChats);
    }

    [Fact]
    public void Everyone_is_told_once_of_a_stretch_of_changes()
    {
        var state = Transcript.Play(Transcript.InTea);
        int self = 0, tea = 0;
        state.Changed += () => self++;
        state.Tea().Changed += () => tea++;
        state.Then(":bob!b@h PRIVMSG #tea :one\n:bob!b@h PRIVMSG #tea :two");
        Assert.Equal((0, 1), (self, tea));
        state.Then(":bob!b@h PRIVMSG ann :psst");
        Assert.Equal((1, 1), (self, tea));
    }
}
