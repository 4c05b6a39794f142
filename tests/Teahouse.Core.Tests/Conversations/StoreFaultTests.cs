using Teahouse.Core.Log;
using Teahouse.Core.Tests.Transcripts;
using Teahouse.Storage.Suites.Faults;

namespace Teahouse.Core.Tests.Conversations;

/// <summary>What everybody sees when the store fails, does not know, or does not answer (guarantees, section 2).</summary>
public sealed class StoreFaultTests : StoreFaultScene
{
    [Fact]
    public async Task A_message_that_is_not_stored_is_refused_and_nobody_saw_it()
    {
        var stage = await OpenAsync($"ann joins #tea with {Caps}\nbob joins #tea with {Caps}");
        Log.Next(AppendFault.Fail);
        await Transcript.RunAsync(stage,
            """
            ann > @label=1 PRIVMSG #tea :lost
            ann < @label=1 :* FAIL PRIVMSG NOT_STORED #tea :*the disk is full
            bob < none
            ann > @label=2 PRIVMSG #tea :kept
            ann < @label=2;teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :kept
            bob < @teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :kept
            """);
        await EndAsync(stage);
    }

    [Fact]
    public async Task Who_knows_no_standard_replies_is_told_by_a_numeric()
    {
        var stage = await OpenAsync("ann joins #tea");
        Log.Next(AppendFault.Fail);
        Log.Next(AppendFault.Fail);
        await Transcript.RunAsync(stage,
            """
            ann > PRIVMSG #tea :lost
            ann < :* 404 ann #tea :Not stored, nobody saw it: the disk is full
            ann > TOPIC #tea :lost
            ann < :* 400 ann TOPIC #tea :Not stored, nobody saw it: the disk is full
            ann > TOPIC #tea
            ann < :* 331 *
            """);
        await EndAsync(stage);
    }

    [Fact]
    public async Task What_is_stored_in_spite_of_an_unknown_outcome_is_told_once_and_before_anything_else()
    {
        var stage = await OpenAsync($"ann joins #tea with {Caps}\nbob joins #tea with {Caps}");
        Log.Next(AppendFault.UnknownStored);
        await Transcript.RunAsync(stage,
            """
            ann > @label=1 PRIVMSG #tea :one
            ann ~ @label=1 :* FAIL PRIVMSG OUTCOME_UNKNOWN #tea :*
            ann ~ @!label;teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :one
            bob < @teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :one
            bob > PRIVMSG #tea :two
            ann < @teahouse.chat/seq=1-2 :bob!* PRIVMSG #tea :two
            bob < @teahouse.chat/seq=1-2 :bob!* PRIVMSG #tea :two
            """);
        await EndAsync(stage);
    }

    [Fact]
    public async Task What_is_not_stored_after_an_unknown_outcome_leaves_no_trace()
    {
        var stage = await OpenAsync($"ann joins #tea with {Caps}\nbob joins #tea with {Caps}");
        Log.Next(AppendFault.UnknownNotStored);
        await Transcript.RunAsync(stage,
            """
            ann > PRIVMSG #tea :one
            ann < :* FAIL PRIVMSG OUTCOME_UNKNOWN #tea :*
            bob < none
            ann > PRIVMSG #tea :two
            ann < @teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :two
            bob < @teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :two
            """);
        await EndAsync(stage);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_holds_nobody_longer_than_five_seconds()
    {
        var stage = await OpenAsync($"ann joins #tea with {Caps}\nbob joins #tea with {Caps}");
        var held = Log.HoldNext();
        await stage.Find("ann")!.SendAsync("@label=1 PRIVMSG #tea :slow");
        var append = await held;
        await stage.Find("bob")!.SendAsync("@label=2 PRIVMSG #tea :behind it");
        var (first, second) = (stage.Find("ann")!.NextAsync(), stage.Find("bob")!.NextAsync());
        await UntilAsync(stage, Task.WhenAll(first, second));
        Assert.True(LinePattern.Matches("@label=1 :* FAIL PRIVMSG OUTCOME_UNKNOWN #tea :*", await first ?? "", []));
        // What never reached the store is not stored.
        Assert.True(LinePattern.Matches("@label=2 :* FAIL PRIVMSG NOT_STORED #tea :*", await second ?? "", []));
        await append.ReleaseAsync();
        await Transcript.RunAsync(stage,
            """
            bob > NAMES #tea
            ann < @!label;teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :slow
            bob < @teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :slow
            bob < :* 353 *
            bob < :* 366 *
            bob > PRIVMSG #tea :after
            ann < @teahouse.chat/seq=1-2 :bob!* PRIVMSG #tea :after
            bob < @teahouse.chat/seq=1-2 :bob!* PRIVMSG #tea :after
            """);
        await EndAsync(stage);
    }

    [Fact]
    public async Task A_store_that_hangs_does_not_hold_who_leaves()
    {
        var stage = await OpenAsync($"ann joins #tea with {Caps}\nbob joins #tea\ncat joins #tea");
        var held = Log.HoldNext();
        await stage.Find("ann")!.SendAsync("PRIVMSG #tea :slow");
        var append = await held;
        var left = stage.Find("bob")!.DropAsync();
        await UntilAsync(stage, left);
        await append.ReleaseAsync();
        await Transcript.RunAsync(stage,
            """
            cat > NAMES #tea
            cat < :bob!* QUIT *
            cat < :ann!* PRIVMSG #tea :slow
            cat < :bob!* QUIT *
            cat < :* 353 cat = #tea :@ann cat
            cat < :* 366 *
            """);
        await EndAsync(stage);
    }

    [Fact]
    public async Task Who_leaves_while_its_JOIN_is_undecided_is_no_ghost_afterwards()
    {
        var stage = await OpenAsync($"account ann\nbob joins #tea\nann1 connects as ann with {Caps}");
        var held = Log.HoldNext();
        await stage.Find("ann1")!.SendAsync("JOIN #tea");
        var append = await held;
        Pass(stage, 6);
        Assert.Contains("OUTCOME_UNKNOWN", await stage.Find("ann1")!.NextAsync(), StringComparison.Ordinal);
        await UntilAsync(stage, stage.Find("ann1")!.DropAsync());
        await append.ReleaseAsync();
        await Transcript.RunAsync(stage,
            """
            bob > NAMES #tea
            bob < :ann!* QUIT *
            bob < :ann!* JOIN #tea
            bob < :ann!* QUIT *
            bob < :* 353 bob = #tea :@bob
            bob < :* 366 *
            """);
        await EndAsync(stage);
    }

    [Fact]
    public async Task An_owner_that_was_fenced_off_takes_the_conversation_again()
    {
        var stage = await OpenAsync($"ann joins #tea with {Caps}");
        await Transcript.RunAsync(stage, "ann > PRIVMSG #tea :one\nann < *");
        await Inner.TakeAsync(ConversationKey.Channel("#tea"), TestContext.Current.CancellationToken);
        await Transcript.RunAsync(stage,
            """
            ann > PRIVMSG #tea :two
            ann < :* FAIL PRIVMSG NOT_STORED #tea :*another owner*
            ann > PRIVMSG #tea :three
            ann < @teahouse.chat/seq=1-2 :ann!* PRIVMSG #tea :three
            """);
        await EndAsync(stage);
    }

    [Fact]
    public async Task After_the_store_has_closed_every_post_is_unknown_and_every_session_can_still_leave()
    {
        var stage = await OpenAsync($"account ann\nann1 joins #tea as ann with {Caps} draft/chathistory\nbob joins #tea");
        Log.Break();
        await Transcript.RunAsync(stage,
            """
            ann1 > PRIVMSG #tea :one
            ann1 < :* FAIL PRIVMSG OUTCOME_UNKNOWN #tea :*
            ann1 > PRIVMSG bob :one
            ann1 < :* FAIL PRIVMSG OUTCOME_UNKNOWN bob :*
            ann1 > JOIN #new
            ann1 < :* FAIL JOIN OUTCOME_UNKNOWN #new :*
            ann1 > PING x
            ann1 < :* PONG * :x
            bob < none
            """);
        await EndAsync(stage);
    }
}
