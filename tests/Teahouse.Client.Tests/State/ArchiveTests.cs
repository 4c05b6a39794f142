namespace Teahouse.Client.Tests;

/// <summary>What a device keeps of what it saw, and how that stands in the timeline of the next visit.</summary>
public sealed class ArchiveTests
{
    private const string One = "@msgid=m1;teahouse.chat/seq=1-1;time=2026-05-01T11:00:00.000Z;account=bob :bob!b@h PRIVMSG #tea :tea?";
    private const string Two = "@msgid=m2;teahouse.chat/seq=1-2;time=2026-05-01T11:01:00.000Z;account=ann :ann!a@h PRIVMSG #tea :yes, please";

    private static readonly Login Ann = new Login.Guest("ann", "thd1_x", Registered: true);

    [Fact]
    public void The_next_visit_has_what_this_one_saw_and_knows_what_was_ones_own()
    {
        var again = Visit(Transcript.InTea, "@label=7;" + One[1..], Two, """
            @msgid=r1;teahouse.chat/seq=1-3;time=2026-05-01T11:02:00.000Z;+draft/react=🍵;+draft/reply=m2 :bob!b@h TAGMSG #tea
            """);
        Assert.Equal(["bob: tea?", "ann: yes, please", "Placeholder bob"], again.Tea().Rows());
        Assert.Equal([false, true], again.Tea().Timeline.Items.OfType<TimelineMessage>().Select(m => m.From.IsMe));
        Assert.Equal("🍵", Assert.Single(again.Tea().Timeline.FindMessage("m2")!.Reactions).Text);
        Assert.Empty(again.ArchiveChanges);
    }

    [Fact]
    public void A_message_of_several_lines_is_kept_whole()
    {
        var again = Visit(Transcript.InTea, """
            @msgid=m1;teahouse.chat/seq=1-1;account=bob :bob!b@h BATCH +m draft/multiline #tea
            @batch=m :bob!b@h PRIVMSG #tea :first
            @batch=m :bob!b@h PRIVMSG #tea :
            @batch=m :bob!b@h PRIVMSG #tea : third
            :bob!b@h BATCH -m
            """);
        Assert.Equal("first\n\n third", Assert.Single(again.Tea().Timeline.Items.OfType<TimelineMessage>()).Text);
    }

    [Fact]
    public void Chats_are_there_too_and_rooms_that_one_has_left_are_not()
    {
        var state = Archiving(Transcript.InTea, "@msgid=d1;teahouse.chat/seq=1-1;time=2026-05-01T11:00:00.000Z;account=bob :bob!b@h PRIVMSG ann :between us", One);
        state.Then(":ann!a@h PART #tea");
        Assert.Contains(new ArchiveChange.Forgotten("#tea"), state.ArchiveChanges);
        var again = Restored(state);
        Assert.Equal(["bob: between us"], Assert.Single(again.DirectChats).Rows());
        Assert.Null(again.FindRoom("#tea"));
    }

    [Fact]
    public void What_was_taken_back_is_told_to_the_archive_and_its_place_stays()
    {
        var state = Archiving(Transcript.InTea, One, "@msgid=x1;teahouse.chat/seq=1-2;time=2026-05-01T11:03:00.000Z :bob!b@h REDACT #tea m1");
        Assert.Contains(new ArchiveChange.TakenBack("#tea", "m1"), state.ArchiveChanges);
        // As the archive then has it.
        var again = new ChatState();
        again.GetRoom("#tea").Wanted = true;
        again.Restore(Ann, [new("#tea", ["@msgid=m1;teahouse.chat/seq=1-1 :bob!b@h GONE #tea", Lines(state)[1]])], Transcript.Now);
        var gone = Assert.Single(again.Tea().Timeline.Items.OfType<TimelineMessage>());
        Assert.Equal(("", "bob"), (gone.Text, gone.Redaction?.By.Nick));
    }

    [Fact]
    public void What_has_no_number_is_not_kept()
    {
        var state = Archiving(Transcript.InTea, ":dan!d@h JOIN #tea", "@msgid=m1 :bob!b@h PRIVMSG #tea :elsewhere");
        Assert.Empty(state.ArchiveChanges);
    }

    [Fact]
    public void Nobody_is_told_of_what_an_earlier_visit_saw_and_damaged_lines_are_passed_over()
    {
        var state = new ChatState();
        state.GetRoom("#tea").Wanted = true;
        var heard = 0;
        state.Heard += (_, _) => heard++;
        state.Restore(Ann, [new("#tea", ["", "@", One, ":"])], Transcript.Now);
        state.RaiseChanges();
        Assert.Equal(["bob: tea?"], state.Tea().Rows());
        Assert.Equal(0, heard);
    }

    [Fact]
    public void A_room_with_another_name_and_a_nick_of_somebody_else_are_told()
    {
        var state = Archiving(Transcript.InTea, ":bob!b@h RENAME #tea #coffee :");
        Assert.Contains(new ArchiveChange.Renamed("#tea", "#coffee"), state.ArchiveChanges);
        state.Then("@msgid=d1;teahouse.chat/seq=1-1;account=bob :bob!b@h PRIVMSG ann :one").Then("@msgid=d2;teahouse.chat/seq=1-1;account=rob :bob!r@h PRIVMSG ann :another");
        Assert.Equal(new ArchiveChange.Forgotten("bob"), state.ArchiveChanges[^2]);
        Assert.Equal(["bob: another"], state.FindChat("bob")!.Rows());
    }

    private static ChatState Archiving(params string[] scripts)
    {
        var state = new ChatState { IsArchived = true };
        foreach (var script in scripts) state.Then(script);
        return state;
    }

    private static ChatState Visit(params string[] scripts) => Restored(Archiving(scripts));

    private static ChatState Restored(ChatState seen)
    {
        var again = new ChatState { IsArchived = true };
        foreach (var room in seen.Rooms) again.GetRoom(room.Name).Wanted = true;
        var kept = seen.ArchiveChanges.OfType<ArchiveChange.Entry>().GroupBy(e => e.Conversation).Select(g => new ArchivedConversation(g.Key, [.. g.Select(e => e.Line)]));
        again.Restore(Ann, [.. kept], Transcript.Now);
        again.RaiseChanges();
        return again;
    }

    private static string[] Lines(ChatState state) => [.. state.ArchiveChanges.OfType<ArchiveChange.Entry>().Select(e => e.Line)];
}
