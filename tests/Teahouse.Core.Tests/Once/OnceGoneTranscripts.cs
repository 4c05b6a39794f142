using Teahouse.Core.Tests.Transcripts;
using static Teahouse.Core.Tests.Once.OnceScene;

namespace Teahouse.Core.Tests.Once;

/// <summary>docs/extensions/once.md: a known id whose text is no more, and refusals in a direct chat.</summary>
public sealed class OnceGoneTranscripts
{
    private const string Third = "01a3185c-5000-7000-8000-000000000003";

    [Theory]
    [InlineData("1s")]
    [InlineData("2h")]
    public Task What_is_kept_no_more_is_echoed_with_its_number_and_without_its_text(string later) => Transcript.RunAsync(Scene +
        $"""
        ann > @teahouse.chat/id={Id} PRIVMSG #tea :one
        ann < @msgid=$m;time=$t;teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :one
        ann > @teahouse.chat/id={Other} PRIVMSG #tea :two
        ann > @teahouse.chat/id={Third} PRIVMSG #tea :three
        ann < ...
        bob < ...
        time {later}
        ann > @label=a;teahouse.chat/id={Id} PRIVMSG #tea :one
        ann < @label=a;teahouse.chat/id={Id};msgid=$m;time=$t;teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :
        ann > @label=b;teahouse.chat/id={Other} PRIVMSG #tea :two
        ann < @label=b;teahouse.chat/id={Other};teahouse.chat/seq=1-2 :ann!* PRIVMSG #tea :two
        bob < none
        """, Stage.Options with { History = new() { MessagesPerChannel = 2 }, Limits = Stage.Options.Limits with { PingSeconds = 0 } });

    [Fact]
    public async Task What_was_taken_away_is_so_after_a_restart()
    {
        var before = await Stage.OpenAsync();
        await Transcript.RunAsync(before, Scene +
            $"""
            ann > @teahouse.chat/id={Id};+x=y PRIVMSG #tea :secret
            ann < @msgid=$m *
            ann > REDACT #tea $m :oops
            ann < ...
            bob < ...
            """);
        await using var stage = await before.RestartAsync();
        await Transcript.RunAsync(stage,
            $"""
            ann connects as ann with {Capabilities} teahouse.chat/seq draft/message-redaction
            ann joins #tea
            ann > @label=b;teahouse.chat/id={Id};+x=y PRIVMSG #tea :secret
            ann < @label=b;teahouse.chat/id={Id};msgid=$m;teahouse.chat/seq=1-1;!+x :ann!* PRIVMSG #tea :
            ann < @!label :ann!* REDACT #tea $m oops
            ann < none
            """);
        Assert.Empty(stage.Faults);
    }

    [Theory]
    [InlineData("01a31865-77c1-7000-8000-000000000001")]
    [InlineData("ffffffff-ffff-7fff-bfff-ffffffffffff")]
    public Task A_message_after_one_of_a_time_to_come_is_out_of_order(string after) => Transcript.RunAsync(Scene +
        $"""
        ann > @label=a;teahouse.chat/id={Id};teahouse.chat/after={after} PRIVMSG #tea :hello
        ann < @label=a :* FAIL PRIVMSG OUT_OF_ORDER #tea {Id} retry :*
        bob < none
        """);

    [Fact]
    public Task In_a_direct_chat_the_refusals_name_the_nick() => Transcript.RunAsync(Direct +
        $"""
        ann > @label=a;teahouse.chat/id={Id} PRIVMSG bob :psst
        ann < @label=a :ann!* PRIVMSG bob :psst
        bob < :ann!* PRIVMSG bob :psst
        ann > @label=b;teahouse.chat/id={Id} PRIVMSG bob :other
        ann < @label=b :* FAIL PRIVMSG ID_CONFLICT bob {Id} final :*
        ann > @label=c;teahouse.chat/id=hello PRIVMSG bob :psst
        ann < @label=c :* FAIL PRIVMSG ID_INVALID bob hello final 2027-01-15T08:00:00.000Z :*
        ann > @label=d;teahouse.chat/id=01a31865-77c1-7000-8000-000000000001 NOTICE bob :psst
        ann < @label=d :* FAIL NOTICE ID_INVALID bob 01a31865-77c1-7000-8000-000000000001 final 2027-01-15T08:00:00.000Z :*
        ann > @label=e;teahouse.chat/id=01a2f44f-cc00-7000-8000-000000000001 PRIVMSG bob :psst
        ann < @label=e :* FAIL PRIVMSG ID_EXPIRED bob 01a2f44f-cc00-7000-8000-000000000001 final 2027-01-15T08:00:00.000Z :*
        ann > @label=f;teahouse.chat/id={Third};teahouse.chat/after={Other} PRIVMSG bob :psst
        ann < @label=f :* FAIL PRIVMSG OUT_OF_ORDER bob {Third} retry :*
        bob < none
        """);
}
