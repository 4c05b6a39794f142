using Teahouse.Core.Log;
using Teahouse.Core.Tests.Transcripts;
using Teahouse.Storage.Suites.Faults;

namespace Teahouse.Core.Tests.Conversations;

/// <summary>Changes of a conversation when the store fails or does not know (guarantees, section 2).</summary>
public sealed class StoreFaultChangeTests : StoreFaultScene
{
    [Fact]
    public async Task Who_waits_for_the_store_is_not_idle()
    {
        var limits = Stage.Options.Limits with { PingSeconds = 3 };
        var stage = await Stage.OpenAsync(Stage.Options with { Limits = limits }, Log);
        await Transcript.RunAsync(stage, "ann joins #tea");
        var held = Log.HoldNext();
        await stage.Find("ann")!.SendAsync("PRIVMSG #tea :slow");
        var append = await held;
        Pass(stage, 4);
        await append.ReleaseAsync();
        await Transcript.RunAsync(stage, "ann < none");
        await EndAsync(stage);
    }

    [Fact]
    public async Task A_change_of_modes_is_true_only_when_it_is_stored()
    {
        var stage = await OpenAsync($"ann joins #tea with {Caps}\nbob joins #tea");
        Log.Next(AppendFault.Fail);
        await Transcript.RunAsync(stage,
            """
            ann > MODE #tea +m
            ann < :* FAIL MODE NOT_STORED #tea :*
            bob > PRIVMSG #tea :still free
            ann < :bob!* PRIVMSG #tea :still free
            """);
        var held = Log.HoldNext();
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
        Log.Next(AppendFault.UnknownStored);
        Log.Next(AppendFault.UnknownStored);
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
        Log.Next(AppendFault.UnknownNotStored);
        Log.Next(AppendFault.UnknownNotStored);
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
        Log.Next(AppendFault.Fail);
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
        Log.Next(AppendFault.Fail);
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
        Log.Next(AppendFault.UnknownStored);
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
}
