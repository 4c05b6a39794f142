namespace Teahouse.Client.Tests;

/// <summary>Replies, reactions and redactions.</summary>
public sealed class AnnotationTests
{
    private const string One = "@msgid=m1;teahouse.chat/seq=1-1;account=bob :bob!b@h PRIVMSG #tea :tea?";

    [Fact]
    public void Reactions_gather_under_their_message_and_the_own_ones_are_marked()
    {
        var tea = Transcript.Play(Transcript.InTea, One, """
            @msgid=r1;teahouse.chat/seq=1-2;+draft/react=🍵;+draft/reply=m1 :cat!c@h TAGMSG #tea
            @msgid=r2;teahouse.chat/seq=1-3;+draft/react=🎉;+draft/reply=m1 :cat!c@h TAGMSG #tea
            @msgid=r3;teahouse.chat/seq=1-4;+react=🍵;+reply=m1 :ann!a@h TAGMSG #tea
            """).Tea();
        Assert.Equal(["🍵 cat,ann mine", "🎉 cat"], Reactions(tea));
    }

    [Fact]
    public void A_reaction_counts_once_however_often_it_is_told_and_in_whatever_order()
    {
        const string Came = "@msgid=r1;teahouse.chat/seq=1-2;+draft/react=🍵;+draft/reply=m1 :cat!c@h TAGMSG #tea";
        const string Went = "@msgid=r2;teahouse.chat/seq=1-3;+draft/unreact=🍵;+draft/reply=m1 :cat!c@h TAGMSG #tea";
        Assert.Equal(["🍵 cat"], Reactions(Transcript.Play(Transcript.InTea, One, Came, Came).Tea()));
        Assert.Empty(Reactions(Transcript.Play(Transcript.InTea, One, Came, Went).Tea()));
        Assert.Empty(Reactions(Transcript.Play(Transcript.InTea, One, Went, Came).Tea()));
    }

    [Fact]
    public void A_reaction_that_comes_before_its_message_waits_for_it() =>
        Assert.Equal(["🍵 cat"], Reactions(Transcript.Play(Transcript.InTea, "@+draft/react=🍵;+draft/reply=m1 :cat!c@h TAGMSG #tea", One).Tea()));

    [Fact]
    public void Far_too_long_a_reaction_is_none() =>
        Assert.Empty(Reactions(Transcript.Play(Transcript.InTea, One, $"@+draft/react={new string('x', 65)};+draft/reply=m1 :cat!c@h TAGMSG #tea").Tea()));

    [Fact]
    public void A_reply_knows_what_it_answers_and_one_to_the_reader_is_for_the_reader()
    {
        var tea = Transcript.Play(Transcript.InTea, One, """
            @msgid=m2;+draft/reply=m1 :ann!a@h PRIVMSG #tea :yes
            @msgid=m3;+reply=m2;+draft/reply=m2 :cat!c@h PRIVMSG #tea :me too
            @msgid=m4;+draft/reply=m1 :cat!c@h PRIVMSG #tea :and cake
            """).Tea();
        var messages = tea.Timeline.Items.Cast<TimelineMessage>().ToArray();
        Assert.Equal([null, "m1", "m2", "m1"], messages.Select(m => m.ReplyTo));
        Assert.Equal([false, false, true, false], messages.Select(m => m.Mention));
    }

    [Fact]
    public void A_message_that_was_taken_back_says_who_did_it_and_nothing_else()
    {
        var tea = Transcript.Play(Transcript.InTea, One, "@msgid=m2;account=annie :ann!a@h PRIVMSG #tea :oops\n:bob!b@h REDACT #tea m1 :wrong window\n:ann!a@h REDACT #tea m2").Tea();
        var (bob, own) = ((TimelineMessage)tea.Timeline.Items[0], (TimelineMessage)tea.Timeline.Items[1]);
        Assert.Equal(("", "bob", "wrong window", ""), (bob.Text, bob.Redaction!.By.Nick, bob.Redaction.Reason, bob.Redaction.OwnText));
        Assert.Equal((0, 0), (tea.UnreadCount, tea.MentionCount));
        Assert.True(own.Redaction is not null);
    }

    [Fact]
    public void What_one_took_back_can_be_written_again()
    {
        var state = Transcript.Play(":srv 900 * * annie :Hello", Transcript.InTea, "@msgid=m1;account=annie :ann!a@h PRIVMSG #tea :oops\n@account=annie :ann!a@h REDACT #tea m1");
        Assert.Equal("oops", ((TimelineMessage)state.Tea().Timeline.Items[0]).Redaction!.OwnText);
    }

    [Fact]
    public void In_the_history_a_number_without_a_message_and_its_redaction_are_a_notice()
    {
        var tea = Transcript.Play(Transcript.InTea, """
            :srv BATCH +h chathistory #tea
            @batch=h;msgid=m1;teahouse.chat/seq=1-1;time=2026-05-01T10:00:00.000Z :srv TAGMSG #tea
            @batch=h;msgid=m2;teahouse.chat/seq=1-2;time=2026-05-01T10:01:00.000Z :bob!b@h REDACT #tea m1
            :srv BATCH -h
            """).Tea();
        var gone = Assert.IsType<TimelineMessage>(tea.Timeline.Items[0]);
        Assert.Equal(("bob", ""), (gone.Redaction!.By.Nick, gone.Text));
        Assert.Equal(EventKind.Placeholder, Assert.IsType<TimelineEvent>(tea.Timeline.Items[1]).Kind);
    }

    private static string[] Reactions(Room room) =>
        [.. room.Timeline.Items.OfType<TimelineMessage>().Single().Reactions.Select(r => $"{r.Text} {string.Join(',', r.By.Select(s => s.Nick))}{(r.IsMine ? " mine" : "")}")];
}
