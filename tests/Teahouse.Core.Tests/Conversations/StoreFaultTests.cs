using Teahouse.Core.Log;
using Teahouse.Core.Tests.Transcripts;
using Teahouse.Storage.Suites.Faults;

namespace Teahouse.Core.Tests.Conversations;

/// <summary>What everybody sees when the store fails, does not know, or does not answer (guarantees, section 2).</summary>
public sealed class StoreFaultTests : IAsyncDisposable
{
    private const string Caps = "echo-message labeled-response batch message-tags teahouse.chat/seq";

    private readonly MemoryMessageLog _inner = new();
    private readonly FaultyMessageLog _log;

    public StoreFaultTests() => _log = new FaultyMessageLog(_inner);

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    private async Task<Stage> OpenAsync(string text)
    {
        var limits = Stage.Options.Limits with { PingSeconds = 0, RegistrationSeconds = 0 };
        var stage = await Stage.OpenAsync(Stage.Options with { Limits = limits }, _log);
        await Transcript.RunAsync(stage, text);
        return stage;
    }

    private static async Task EndAsync(Stage stage)
    {
        Assert.Empty(stage.Faults);
        await stage.DisposeAsync();
    }

    /// <summary>Seconds pass, and the server looks at who waits for the store.</summary>
    private static void Pass(Stage stage, int seconds)
    {
        stage.Time.Advance(TimeSpan.FromSeconds(seconds));
        stage.Server.Look();
    }

    /// <summary>Somebody waits for the store, from a moment that nobody can see: time goes on until it has been answered.</summary>
    private static async Task UntilAsync(Stage stage, Task answered)
    {
        while (!answered.IsCompleted)
        {
            Pass(stage, 6);
            await Task.Yield();
        }
        await answered;
    }

    [Fact]
    public async Task A_message_that_is_not_stored_is_refused_and_nobody_saw_it()
    {
        var stage = await OpenAsync($"ann joins #tea with {Caps}\nbob joins #tea with {Caps}");
        _log.Next(AppendFault.Fail);
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
        _log.Next(AppendFault.Fail);
        _log.Next(AppendFault.Fail);
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
        _log.Next(AppendFault.UnknownStored);
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
        _log.Next(AppendFault.UnknownNotStored);
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
        var held = _log.HoldNext();
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
    public async Task Who_waits_for_the_store_is_not_idle()
    {
        var limits = Stage.Options.Limits with { PingSeconds = 3 };
        var stage = await Stage.OpenAsync(Stage.Options with { Limits = limits }, _log);
        await Transcript.RunAsync(stage, "ann joins #tea");
        var held = _log.HoldNext();
        await stage.Find("ann")!.SendAsync("PRIVMSG #tea :slow");
        var append = await held;
        Pass(stage, 4);
        await append.ReleaseAsync();
        await Transcript.RunAsync(stage, "ann < none");
        await EndAsync(stage);
    }

    [Fact]
    public async Task A_store_that_hangs_does_not_hold_who_leaves()
    {
        var stage = await OpenAsync($"ann joins #tea with {Caps}\nbob joins #tea\ncat joins #tea");
        var held = _log.HoldNext();
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
        var held = _log.HoldNext();
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
    public async Task A_change_of_modes_is_true_only_when_it_is_stored()
    {
        var stage = await OpenAsync($"ann joins #tea with {Caps}\nbob joins #tea");
        _log.Next(AppendFault.Fail);
        await Transcript.RunAsync(stage,
            """
            ann > MODE #tea +m
            ann < :* FAIL MODE NOT_STORED #tea :*
            bob > PRIVMSG #tea :still free
            ann < :bob!* PRIVMSG #tea :still free
            """);
        var held = _log.HoldNext();
        await stage.Find("ann")!.SendAsync("MODE #tea +m");
        var append = await held;
        await stage.Find("bob")!.SendAsync("PRIVMSG #tea :too late");
        await append.ReleaseAsync();
        await Transcript.RunAsync(stage,
            """
            ann < :ann!* MODE #tea +m
            bob < :ann!* MODE #tea +m
            bob < :* 404 bob #tea :Cannot send to channel (+m)
            """);
        await EndAsync(stage);
    }

    [Fact]
    public async Task A_change_that_was_stored_after_all_becomes_true()
    {
        var stage = await OpenAsync($"ann joins #tea with {Caps}\nbob joins #tea\ncat joins #tea");
        _log.Next(AppendFault.UnknownStored);
        _log.Next(AppendFault.UnknownStored);
        await Transcript.RunAsync(stage,
            """
            ann > MODE #tea +mv cat
            ann ~ :* FAIL MODE OUTCOME_UNKNOWN #tea :*
            ann ~ :ann!* MODE #tea +mv cat
            bob < :ann!* MODE #tea +mv cat
            cat < :ann!* MODE #tea +mv cat
            bob > PRIVMSG #tea :may I?
            bob < :* 404 *
            ann > KICK #tea bob
            ann ~ :* FAIL KICK OUTCOME_UNKNOWN #tea :*
            ann ~ :ann!* KICK #tea bob :ann
            bob < :ann!* KICK #tea bob :ann
            cat < :ann!* KICK #tea bob :ann
            cat > PRIVMSG #tea :he is out
            ann < :cat!* PRIVMSG #tea :he is out
            bob < none
            bob > NICK robert
            bob < :bob!* NICK robert
            cat < none
            ann < none
            """);
        await EndAsync(stage);
    }

    [Fact]
    public async Task A_change_that_was_not_stored_stays_undone()
    {
        var stage = await OpenAsync($"ann joins #tea with {Caps}\nbob joins #tea");
        _log.Next(AppendFault.UnknownNotStored);
        _log.Next(AppendFault.UnknownNotStored);
        await Transcript.RunAsync(stage,
            """
            ann > MODE #tea +m
            ann < :* FAIL MODE OUTCOME_UNKNOWN #tea :*
            ann > KICK #tea bob
            ann < :* FAIL KICK OUTCOME_UNKNOWN #tea :*
            bob > PRIVMSG #tea :here I am
            ann < :bob!* PRIVMSG #tea :here I am
            bob < none
            """);
        await EndAsync(stage);
    }

    [Fact]
    public async Task An_accounts_JOIN_is_refused_when_it_cannot_be_stored_and_a_strangers_is_not()
    {
        var stage = await OpenAsync($"account ann\nbob joins #tea\nann1 connects as ann with {Caps}");
        _log.Next(AppendFault.Fail);
        await Transcript.RunAsync(stage,
            """
            ann1 > JOIN #tea
            ann1 < :* FAIL JOIN NOT_STORED #tea :*
            bob < none
            ann1 > PRIVMSG #tea :am I in?
            ann1 < :* 404 *
            ann1 > JOIN #tea
            ann1 < :ann!* JOIN #tea
            ann1 < ...
            bob < :ann!* JOIN #tea
            """);
        _log.Next(AppendFault.Fail);
        await Transcript.RunAsync(stage,
            """
            cat connects
            cat > JOIN #tea
            cat < :cat!* JOIN #tea
            cat < ...
            bob < :cat!* JOIN #tea
            """);
        await EndAsync(stage);
    }

    [Fact]
    public async Task An_accounts_JOIN_that_was_stored_after_all_makes_it_a_member()
    {
        var stage = await OpenAsync($"account ann\nbob joins #tea\nann1 connects as ann with {Caps}");
        _log.Next(AppendFault.UnknownStored);
        await Transcript.RunAsync(stage,
            """
            ann1 > JOIN #tea
            ann1 ~ :* FAIL JOIN OUTCOME_UNKNOWN #tea :*
            ann1 ~ :ann!* JOIN #tea
            bob < :ann!* JOIN #tea
            ann1 > PRIVMSG #tea :I am in
            ann1 < :ann!* PRIVMSG #tea :I am in
            bob < :ann!* PRIVMSG #tea :I am in
            ann1 > QUIT
            bob < :ann!* QUIT *
            bob > NAMES #tea
            bob < :* 353 bob = #tea :@bob
            bob < :* 366 *
            ann1 < ...
            """);
        await EndAsync(stage);
    }

    [Fact]
    public async Task An_owner_that_was_fenced_off_takes_the_conversation_again()
    {
        var stage = await OpenAsync($"ann joins #tea with {Caps}");
        await Transcript.RunAsync(stage, "ann > PRIVMSG #tea :one\nann < *");
        await _inner.TakeAsync(ConversationKey.Channel("#tea"), TestContext.Current.CancellationToken);
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
        _log.Break();
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
