using Teahouse.Check.Judging;

namespace Teahouse.Check.Tests.Judging;

public sealed class JudgeTests
{
    private static Sighting At(int message, long number) => new(message, Place: new(1, number));

    [Fact]
    public void Nothing_is_found_where_everybody_saw_everything_in_one_order() =>
        Assert.Empty(new Story().Sends(0).Sends(1).Sends(0).Sees(0, 0, 1, 2).Sees(1, 0, 1, 2).Sees(2, 0, 1, 2).Stores(0, 1, 2).Findings());

    [Fact]
    public void A_reader_who_was_there_and_did_not_get_a_message_lost_it() =>
        Assert.Equal(["Lost 1 by 2"], new Story().Sends(0).Sends(1).Sends(0).Sees(2, 0, 2).Stores(0, 1, 2).Findings());

    [Fact]
    public void A_reader_who_was_there_and_got_nothing_at_all_lost_everything() =>
        Assert.Equal(["Lost 0 by 2", "Lost 1 by 2"], new Story().Sends(0).Sends(1).Sees(2).Stores(0, 1).Findings());

    [Fact]
    public void Whoever_came_later_or_left_before_lost_nothing() =>
        Assert.Empty(new Story().Sends(0).Sends(0).Sends(0).Looks(2, from: 5, until: 13, 1).Stores(0, 1, 2).Findings());

    [Fact]
    public void Without_a_PONG_after_it_the_last_message_may_have_been_on_its_way() =>
        Assert.Empty(new Story().Sends(0).Sends(0).Looks(2, from: 0, until: 0, 0).Stores(0, 1).Findings());

    [Fact]
    public void A_hole_between_two_messages_is_a_loss_even_without_a_PONG() =>
        Assert.Equal(["Lost 1 by 2"], new Story().Sends(0).Sends(0).Sends(0).Looks(2, 0, 0, 0, 2).Stores(0, 1, 2).Findings());

    [Fact]
    public void Without_a_history_a_hole_shows_by_what_somebody_else_saw()
    {
        var story = new Story { Promises = new(Echo: false, History: false, Once: false, Killed: false) };
        Assert.Equal(
            ["Lost 1 by 2"],
            story.Sends(0).Sends(0, SendOutcome.Unknown).Sends(0).Looks(2, 0, 0, 0, 2).Looks(3, 0, 0, 0, 1, 2).Findings());
    }

    [Fact]
    public void A_sender_need_not_see_its_own_messages() =>
        Assert.Empty(new Story().Sends(0).Sends(1).Sends(0).Sees(0, 1).Sees(1, 0, 2).Stores(0, 1, 2).Findings());

    [Fact]
    public void What_was_echoed_must_be_in_the_history() =>
        Assert.Equal(["EchoedNotStored 1"], new Story().Sends(0).Sends(0).Stores(0).Findings());

    [Fact]
    public void What_was_seen_must_be_in_the_history()
    {
        var story = new Story { Promises = new(Echo: true, History: true, Once: false, Killed: false) };
        Assert.Equal(["SeenNotStored 1"], story.Sends(0).Sends(0, SendOutcome.Unknown).Sees(2, 0, 1).Stores(0).Findings());
    }

    [Fact]
    public void What_a_sender_alone_saw_is_judged_by_its_echo() =>
        Assert.Equal(["EchoedNotStored 0"], new Story().Sends(0).Sees(0, 0).Stores(Array.Empty<int>()).Findings());

    [Fact]
    public void A_message_seen_twice_is_doubled() =>
        Assert.Equal(["Doubled 0 by 2"], new Story().Sends(0).Sends(0).Sees(2, 0, 1, 0).Stores(0, 1).Findings());

    [Fact]
    public void A_message_seen_on_two_connections_is_doubled() =>
        Assert.Equal(["Doubled 0 by 2"], new Story().Sends(0).Sends(0).Looks(2, 0, 0, 0).Looks(2, 5, 0, 0, 1).Stores(0, 1).Findings());

    [Fact]
    public void A_message_stored_twice_is_doubled() =>
        Assert.Equal(["Doubled 0 history"], new Story().Sends(0).Sends(0).Stores(0, 1, 0).Findings());

    [Fact]
    public void A_sender_s_messages_the_wrong_way_round_are_reordered() =>
        Assert.Equal(["Reordered 0 history", "Reordered 0 by 2"], new Story().Sends(0).Sends(0).Sees(2, 1, 0).Stores(1, 0).Findings());

    [Fact]
    public void Messages_of_two_connections_have_an_order_only_where_they_can_be_sent_again()
    {
        var story = new Story().Sends(0, connection: 1).Sends(0, connection: 2).Sees(2, 1, 0).Stores(1, 0);
        Assert.NotEmpty(story.Findings());
        story.Promises = story.Promises with { Once = false };
        Assert.Empty(story.Findings());
    }

    [Fact]
    public void Two_readers_with_different_orders_are_found() =>
        Assert.Equal(["DifferentOrder 0 by 3"], new Story().Sends(0).Sends(1).Sees(2, 1, 0).Sees(3, 0, 1).Stores(1, 0).Findings());

    [Fact]
    public void Three_readers_who_agree_in_pairs_but_not_together_are_found() =>
        Assert.Single(
            new Story { Promises = new(true, false, false, false) }
                .Sends(0).Sends(1).Sends(2).Looks(3, 0, 0, 0, 1).Looks(4, 0, 0, 1, 2).Looks(5, 0, 0, 2, 0).Findings(),
            finding => finding.StartsWith("DifferentOrder", StringComparison.Ordinal));

    [Fact]
    public void A_message_that_nobody_sent_is_found() =>
        Assert.Equal(["Altered -1 by 2"], new Story().Sends(0).Looks(2, 0, 0, new Sighting(0), new Sighting(-1)).Stores(0).Findings());

    [Fact]
    public void A_changed_text_is_found() =>
        Assert.Equal(["Altered 0 by 2"], new Story().Sends(0).Looks(2, 0, 0, new Sighting(0, Intact: false)).Stores(0).Findings());

    [Fact]
    public void Another_name_in_the_history_than_in_the_echo_is_found() =>
        Assert.Equal(["Altered 0 by 0"], new Story().Sends(0, mark: 7).Stores(new Sighting(0, Mark: 8)).Findings());

    [Fact]
    public void A_number_left_out_or_out_of_turn_is_found()
    {
        Assert.Empty(new Story().Sends(0).Sends(0).Sends(1).Looks(1, 0, 0, At(0, 1), At(Sighting.NoMessage, 2), At(1, 3)).Stores(0, 1, 2).Findings());
        Assert.Equal(["Misnumbered 1 by 1"], new Story().Sends(0).Sends(0).Looks(1, 0, 0, At(0, 1), At(1, 3)).Stores(0, 1).Findings());
        Assert.Equal(["Misnumbered -2 by 1"], new Story().Sends(0).Looks(1, 0, 0, At(0, 2), At(Sighting.NoMessage, 1)).Stores(0).Findings());
        Assert.Equal(["Misnumbered 1 history"], new Story().Sends(0).Sends(0).Stores(At(0, 4), At(1, 6)).Findings());
    }

    [Fact]
    public void Another_epoch_is_another_count() =>
        Assert.Empty(new Story().Sends(0).Sends(0).Looks(1, 0, 0, At(0, 7), new Sighting(1, Place: new(2, 1))).Stores(0, 1).Findings());

    [Fact]
    public void The_number_of_an_own_message_may_be_missing_for_its_sender_alone()
    {
        var story = new Story().Sends(0).Sends(1, place: new(1, 2)).Sends(0).Stores(0, 1, 2);
        Assert.Empty(story.Looks(1, 0, 0, At(0, 1), At(2, 3)).Findings());
        Assert.Equal(["Lost 1 by 2", "Misnumbered 2 by 2"], story.Looks(2, 0, 0, At(0, 1), At(2, 3)).Findings());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_refused_message_must_not_be_there(bool stored)
    {
        var story = new Story().Sends(0, SendOutcome.Refused);
        if (stored) Assert.Equal(["RefusedButThere 0 history"], story.Stores(0).Findings());
        else Assert.Equal(["RefusedButThere 0 by 2"], story.Sees(2, 0).Findings());
    }

    [Fact]
    public void Who_may_send_again_gets_an_answer()
    {
        var story = new Story().Sends(0, SendOutcome.Unknown).Stores(0);
        Assert.Equal(["Unresolved 0"], story.Findings());
        story.Promises = story.Promises with { Once = false };
        Assert.Empty(story.Findings());
    }

    [Fact]
    public void A_history_without_a_promise_may_begin_late_but_has_no_holes()
    {
        var story = new Story { Promises = new(true, true, false, false) }.Sends(0).Sends(0).Sends(0).Sends(0).Stores(1, 3);
        Assert.Equal(["EchoedNotStored 2"], story.Findings());
    }

    [Fact]
    public void A_history_in_memory_is_not_held_to_survive_a_kill()
    {
        var kept = new Promises(Echo: true, History: true, Once: false, Killed: true);
        Assert.False(kept.Covers(FindingKind.EchoedNotStored));
        Assert.True((kept with { Once = true }).Covers(FindingKind.EchoedNotStored));
        Assert.True((kept with { Killed = false }).Covers(FindingKind.EchoedNotStored));
        Assert.True(kept.Covers(FindingKind.Lost));
        Assert.True(kept.Covers(FindingKind.Doubled));
    }
}
