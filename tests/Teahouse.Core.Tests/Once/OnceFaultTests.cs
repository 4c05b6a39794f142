using Teahouse.Core.Log;
using Teahouse.Core.Tests.Conversations;
using Teahouse.Core.Tests.Transcripts;
using Teahouse.Protocol;
using Teahouse.Storage.Suites.Faults;

namespace Teahouse.Core.Tests.Once;

/// <summary>What becomes of a message with an id when the store fails, or nobody knows.</summary>
public sealed class OnceFaultTests : IAsyncDisposable
{
    private const string Id = "01a3185c-5000-7000-8000-000000000001";
    private const string Other = "01a3185c-5000-7000-8000-000000000002";

    private readonly FaultyMessageLog _log = new(new MemoryMessageLog());

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    private async Task<Stage> OpenAsync()
    {
        var stage = await Stage.OpenAsync(log: _log);
        await Transcript.RunAsync(stage,
            """
            account ann
            ann connects as ann with teahouse.chat/once teahouse.chat/seq message-tags batch echo-message labeled-response
            bob joins #tea with message-tags teahouse.chat/seq
            ann joins #tea
            clear
            """);
        return stage;
    }

    [Fact]
    public async Task What_was_not_stored_may_be_sent_again_and_is_new_then()
    {
        await using var stage = await OpenAsync();
        _log.Next(AppendFault.Fail);
        await Transcript.RunAsync(stage,
            $"""
            ann > @label=a;teahouse.chat/id={Id} PRIVMSG #tea :hello
            ann < @label=a :* FAIL PRIVMSG NOT_STORED #tea {Id} retry :*
            bob < none
            ann > @label=b;teahouse.chat/id={Other};teahouse.chat/after={Id} PRIVMSG #tea :two
            ann < @label=b :* FAIL PRIVMSG OUT_OF_ORDER #tea {Other} retry :*
            ann > @label=c;teahouse.chat/id={Id} PRIVMSG #tea :hello
            ann < @label=c;teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :hello
            bob < @teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :hello
            """);
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task A_NOTICE_that_was_not_stored_is_answered_if_it_has_an_id()
    {
        await using var stage = await OpenAsync();
        _log.Next(AppendFault.Fail);
        await Transcript.RunAsync(stage,
            $"""
            ann > @teahouse.chat/id={Id} NOTICE #tea :hello
            ann < :* FAIL NOTICE NOT_STORED #tea {Id} retry :*
            ann > PART #tea
            ann < ...
            ann > @teahouse.chat/id={Id} NOTICE #tea :hello
            ann < :* 404 ann #tea :*
            """);
    }

    [Fact]
    public async Task What_nobody_knows_is_told_by_sending_it_again()
    {
        await using var stage = await OpenAsync();
        _log.Next(AppendFault.UnknownStored);
        await Transcript.RunAsync(stage,
            $"""
            ann > @label=a;teahouse.chat/id={Id} PRIVMSG #tea :hello
            ann << @label=a :* FAIL PRIVMSG OUTCOME_UNKNOWN #tea {Id} retry :*
            ann < ...
            bob < @msgid=$m;teahouse.chat/seq=1-1;!teahouse.chat/id :ann!* PRIVMSG #tea :hello
            ann > @label=b;teahouse.chat/id={Id} PRIVMSG #tea :hello
            ann < @label=b;msgid=$m;teahouse.chat/id={Id};teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :hello
            bob < none
            """);
        _log.Next(AppendFault.UnknownNotStored);
        await Transcript.RunAsync(stage,
            $"""
            ann > @label=a;teahouse.chat/id={Other};teahouse.chat/after={Id} PRIVMSG #tea :two
            ann < @label=a :* FAIL PRIVMSG OUTCOME_UNKNOWN #tea {Other} retry :*
            bob < none
            ann > @label=b;teahouse.chat/id={Other};teahouse.chat/after={Id} PRIVMSG #tea :two
            ann < @label=b;teahouse.chat/seq=1-2 :ann!* PRIVMSG #tea :two
            bob < @teahouse.chat/seq=1-2 :ann!* PRIVMSG #tea :two
            """);
        Assert.Empty(stage.Faults);
    }

    [Theory]
    [InlineData(AppendFault.Fail, "NOT_STORED")]
    [InlineData(AppendFault.UnknownNotStored, "OUTCOME_UNKNOWN")]
    public async Task The_second_of_two_in_one_breath_ends_as_the_first(AppendFault fault, string code)
    {
        await using var stage = await OpenAsync();
        _log.Next(fault);
        await Transcript.RunAsync(stage,
            $"""
            ann > @label=a;teahouse.chat/id={Id} PRIVMSG #tea :hello¶@label=b;teahouse.chat/id={Id} PRIVMSG #tea :hello
            ann < @label=a :* FAIL PRIVMSG {code} #tea {Id} retry :*
            ann < @label=b :* FAIL PRIVMSG {code} #tea {Id} retry :*
            bob < none
            ann > @label=c;teahouse.chat/id={Id} PRIVMSG #tea :hello
            ann < @label=c;teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :hello
            bob < @teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :hello
            """);
    }

    [Fact]
    public async Task While_the_first_is_being_stored_the_second_waits_and_is_answered_as_it_was()
    {
        await using var stage = new OwnerStage();
        var ann = await stage.JoinAsync("ann", account: 7);
        ann.Said();
        var post = OwnerStage.PostOf(ann, "hello") with { Key = new ClientKey(7, OnceId.Make(1_800_000_000_000, 1).Value, 1) };
        var holding = stage.Log.HoldNext();
        var first = stage.AskAsync(post);
        var held = await holding;
        var second = stage.AskAsync(post);
        Assert.False(first.IsCompleted || second.IsCompleted);
        await held.ReleaseAsync();
        Assert.False((await first).Repeats);
        var again = await second;
        Assert.True(again.Repeats);
        Assert.Equal((await first).Event!.MsgId, again.Event!.MsgId);
        Assert.Single(await stage.StoredAsync());
        Assert.Equal(["1-1 PRIVMSG hello"], ann.Said());
    }
}
