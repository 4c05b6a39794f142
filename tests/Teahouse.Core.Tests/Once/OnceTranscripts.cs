using Teahouse.Core.Hosting;
using Teahouse.Core.Tests.Transcripts;
using static Teahouse.Core.Tests.Once.OnceScene;

namespace Teahouse.Core.Tests.Once;

/// <summary>docs/extensions/once.md. The stage's clock begins at 01a3185c-5000 of a UUIDv7.</summary>
public sealed class OnceTranscripts
{
    [Fact]
    public Task It_is_offered_with_its_window_where_history_is_kept() => Transcript.RunAsync(
        """
        ann connects
        ann > CAP LS 302
        ann ~ :* CAP ann LS *teahouse.chat/once=window=604800*
        """);

    [Fact]
    public Task It_is_not_offered_where_no_history_is_kept() => Transcript.RunAsync(
        """
        ann connects
        ann > CAP REQ teahouse.chat/once
        ann < :* CAP ann NAK :teahouse.chat/once
        """, Stage.Options with { History = new() { Enabled = false } });

    [Theory]
    [InlineData("PRIVMSG #tea :green tea", "")]
    [InlineData("NOTICE #tea :green tea", "")]
    [InlineData("TAGMSG #tea", "+draft/react=👍;+reply=x;")]
    [InlineData("PRIVMSG #tea :\u0001ACTION pours\u0001", "+x=y;")]
    public Task What_is_sent_again_is_told_to_its_sender_alone_as_it_was(string line, string tags) => Transcript.RunAsync(Scene +
        $"""
        ann > @label=a;{tags}teahouse.chat/id={Id} {line}
        ann < @label=a;{tags}teahouse.chat/id={Id};msgid=$m;time=$t;teahouse.chat/seq=1-1 :ann!* {line}
        bob < @{tags}msgid=$m;!teahouse.chat/id :ann!* {line}
        time 5s
        ann > @label=b;{tags}teahouse.chat/id={Id} {line}
        ann < @label=b;{tags}teahouse.chat/id={Id};msgid=$m;time=$t;teahouse.chat/seq=1-1 :ann!* {line}
        ann > @{tags}teahouse.chat/id={Id} {line}
        ann < @{tags}teahouse.chat/id={Id};msgid=$m;time=$t;!label :ann!* {line}
        ann < none
        bob < none
        """);

    [Fact]
    public Task Several_lines_sent_again_are_one_message() => Transcript.RunAsync(Scene +
        $"""
        ann > @label=a;teahouse.chat/id={Id} BATCH +1 draft/multiline #tea¶@batch=1 PRIVMSG #tea one¶@batch=1;draft/multiline-concat PRIVMSG #tea two¶BATCH -1
        ann < @label=a;teahouse.chat/id={Id};msgid=$m;time=$t :ann!* BATCH +$b draft/multiline #tea
        ann < @batch=$b;!teahouse.chat/id :ann!* PRIVMSG #tea one
        ann < @batch=$b;draft/multiline-concat :ann!* PRIVMSG #tea two
        ann < :ann!* BATCH -$b
        bob < @msgid=$m;!teahouse.chat/id :ann!* PRIVMSG #tea one
        bob < :ann!* PRIVMSG #tea two
        time 5s
        ann > @label=b;teahouse.chat/id={Id} BATCH +2 draft/multiline #tea¶@batch=2 PRIVMSG #tea one¶@batch=2;draft/multiline-concat PRIVMSG #tea two¶BATCH -2
        ann < @label=b;teahouse.chat/id={Id};msgid=$m;time=$t :ann!* BATCH +$c draft/multiline #tea
        ann < @batch=$c :ann!* PRIVMSG #tea one
        ann < @batch=$c;draft/multiline-concat :ann!* PRIVMSG #tea two
        ann < :ann!* BATCH -$c
        ann > @label=c;teahouse.chat/id={Id} BATCH +3 draft/multiline #tea¶@batch=3 PRIVMSG #tea one¶@batch=3 PRIVMSG #tea two¶BATCH -3
        ann < @label=c :* FAIL PRIVMSG ID_CONFLICT #tea {Id} final :*
        bob < none
        """);

    [Fact]
    public Task In_a_direct_chat_it_is_the_same() => Transcript.RunAsync(Direct +
        $"""
        ann > @label=a;teahouse.chat/id={Id} PRIVMSG bob :psst
        ann < @label=a;teahouse.chat/id={Id};msgid=$m;time=$t :ann!* PRIVMSG bob :psst
        bob < @msgid=$m;!teahouse.chat/id :ann!* PRIVMSG bob :psst
        ann > @label=b;teahouse.chat/id={Id} PRIVMSG bob :psst
        ann < @label=b;teahouse.chat/id={Id};msgid=$m;time=$t :ann!* PRIVMSG bob :psst
        ann > @label=c;teahouse.chat/id={Id} PRIVMSG ann :psst
        ann < @label=c;teahouse.chat/id={Id};msgid=$n :ann!* PRIVMSG ann :psst
        ann < @!label;teahouse.chat/id={Id};msgid=$n :ann!* PRIVMSG ann :psst
        ann > @label=d;teahouse.chat/id={Id} PRIVMSG ann :psst
        ann < @label=d;teahouse.chat/id={Id};msgid=$n :ann!* PRIVMSG ann :psst
        bob < none
        """);

    [Fact]
    public Task The_same_id_may_go_to_several_places() => Transcript.RunAsync(Scene +
        $"""
        ann joins #cups
        ann > @label=a;teahouse.chat/id={Id} PRIVMSG #tea,#cups :hello
        ann < @label=a :* BATCH +$b labeled-response
        ann < @batch=$b;teahouse.chat/id={Id};msgid=$m :ann!* PRIVMSG #tea :hello
        ann < @batch=$b;teahouse.chat/id={Id};msgid=$n :ann!* PRIVMSG #cups :hello
        ann < :* BATCH -$b
        bob < @msgid=$m *
        ann > @label=b;teahouse.chat/id={Id} PRIVMSG #cups :hello
        ann < @label=b;msgid=$n :ann!* PRIVMSG #cups :hello
        ann > @label=c;teahouse.chat/id={Id} PRIVMSG #tea,#cups :hello
        ann < @label=c :* BATCH +$c labeled-response
        ann < @batch=$c;teahouse.chat/id={Id};msgid=$m :ann!* PRIVMSG #tea :hello
        ann < @batch=$c;teahouse.chat/id={Id};msgid=$n :ann!* PRIVMSG #cups :hello
        ann < :* BATCH -$c
        bob < none
        """);

    [Fact]
    public Task The_id_is_seen_by_the_senders_own_sessions_alone_then_and_in_the_history() => Transcript.RunAsync(
        $"""
        account ann
        ann connects as ann with {Capabilities} draft/chathistory
        ann joins #tea
        two connects as ann with message-tags batch draft/chathistory teahouse.chat/once
        old connects as ann with message-tags batch draft/chathistory
        bob joins #tea with message-tags batch draft/chathistory teahouse.chat/once
        clear
        ann > @teahouse.chat/id={Id} PRIVMSG #tea :hello
        ann < @teahouse.chat/id={Id};msgid=$m :ann!* PRIVMSG #tea :hello
        two < @teahouse.chat/id={Id};msgid=$m :ann!* PRIVMSG #tea :hello
        old < @!teahouse.chat/id;msgid=$m :ann!* PRIVMSG #tea :hello
        bob < @!teahouse.chat/id;msgid=$m :ann!* PRIVMSG #tea :hello
        two > CHATHISTORY LATEST #tea * 5
        two < :* BATCH +$b chathistory #tea
        two < @teahouse.chat/id={Id};msgid=$m :ann!* PRIVMSG #tea :hello
        two < :* BATCH -$b
        bob > CHATHISTORY LATEST #tea * 5
        bob < :* BATCH +$c chathistory #tea
        bob < @!teahouse.chat/id;msgid=$m :ann!* PRIVMSG #tea :hello
        bob < :* BATCH -$c
        """);

    [Fact]
    public Task Another_session_may_send_it_again_and_the_first_hears_nothing() => Transcript.RunAsync(
        $"""
        account ann
        ann connects as ann with {Capabilities}
        ann joins #tea
        ann > @teahouse.chat/id={Id} PRIVMSG #tea :hello
        ann < @msgid=$m *
        two connects as ann with {Capabilities}
        ann < ...
        two > @label=z;teahouse.chat/id={Id} PRIVMSG #tea :hello
        two < @label=z;msgid=$m :ann!* PRIVMSG #tea :hello
        ann < none
        """);

    [Fact]
    public Task Sent_twice_in_one_breath_it_is_stored_once_and_both_are_answered() => Transcript.RunAsync(Scene +
        $"""
        ann > @label=a;teahouse.chat/id={Id} PRIVMSG #tea :hello¶@label=b;teahouse.chat/id={Id} PRIVMSG #tea :hello¶@label=c;teahouse.chat/id={Id} PRIVMSG #tea :other
        ann < @label=a;msgid=$m :ann!* PRIVMSG #tea :hello
        ann < @label=b;msgid=$m :ann!* PRIVMSG #tea :hello
        ann < @label=c :* FAIL PRIVMSG ID_CONFLICT #tea {Id} final :*
        bob < @msgid=$m :ann!* PRIVMSG #tea :hello
        bob < none
        """);

    [Theory]
    [InlineData("bob > MODE #tea +m")]
    [InlineData("bob > MODE #tea +b *!*@*")]
    [InlineData("ann > PART #tea")]
    [InlineData("bob > KICK #tea ann")]
    [InlineData("ann > NICK annabel_with_a_very_long_name_", "annabel_with_a_very_long_name_")]
    public Task What_was_stored_was_stored_whatever_has_changed_since(string change, string name = "ann") => Transcript.RunAsync(
        $"""
        account ann
        ann connects as ann with {Capabilities}
        bob joins #tea
        ann joins #tea
        ann > @label=a;teahouse.chat/id={Id} PRIVMSG #tea :{new string('x', 420)}
        ann < @label=a;msgid=$m :ann!* PRIVMSG #tea :*
        {change}
        ann < ...
        ann > @label=b;teahouse.chat/id={Id} PRIVMSG #tea :{new string('x', 420)}
        ann < @label=b;msgid=$m;teahouse.chat/id={Id} :ann!* PRIVMSG #tea :{new string('x', 420)}
        ann > @label=c;teahouse.chat/id={Other} PRIVMSG #tea :{new string('x', 465)}
        ann < @label=c :* {(change.Contains("NICK", StringComparison.Ordinal) ? "417" : "404")} {name} *
        """);

    [Fact]
    public Task What_was_taken_away_is_echoed_without_its_text_and_then_the_taking() => Transcript.RunAsync(Scene +
        $"""
        ann > @label=a;teahouse.chat/id={Id};+x=y PRIVMSG #tea :secret
        ann < @msgid=$m;time=$t *
        ann > REDACT #tea $m :oops
        ann < ...
        bob < ...
        ann > @label=b;teahouse.chat/id={Id};+x=y PRIVMSG #tea :secret
        ann < @label=b;teahouse.chat/id={Id};msgid=$m;time=$t;teahouse.chat/seq=1-1;!+x :ann!* PRIVMSG #tea :
        ann < @!label :ann!* REDACT #tea $m oops
        bob < none
        """);

    [Fact]
    public async Task A_restart_forgets_nothing()
    {
        var before = await Stage.OpenAsync();
        await Transcript.RunAsync(before,
            $"""
            account ann
            ann connects as ann with {Capabilities}
            ann joins #tea
            ann > @teahouse.chat/id={Id} PRIVMSG #tea :hello
            """);
        await using var stage = await before.RestartAsync();
        await Transcript.RunAsync(stage,
            $"""
            ann connects as ann with {Capabilities} teahouse.chat/seq
            ann joins #tea
            ann > @label=a;teahouse.chat/id={Id} PRIVMSG #tea :hello
            ann < @label=a;teahouse.chat/id={Id};teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :hello
            ann > @label=b;teahouse.chat/id={Other};teahouse.chat/after={Id} PRIVMSG #tea :hello
            ann < @label=b;teahouse.chat/seq=1-2 :ann!* PRIVMSG #tea :hello
            """);
    }

    [Fact]
    public Task A_room_that_ended_is_another_room_and_its_messages_are_still_known() => Transcript.RunAsync(
        $"""
        account ann
        ann connects as ann with {Capabilities} teahouse.chat/seq
        ann joins #tea
        ann > @teahouse.chat/id={Id} PRIVMSG #tea :hello
        ann < @msgid=$m;time=$t *
        ann > PART #tea
        ann < ...
        time 11m
        time 11m
        ann joins #tea
        ann > @label=a;teahouse.chat/id={Id} PRIVMSG #tea :hello
        ann < @label=a;teahouse.chat/id={Id};msgid=$m;time=$t;teahouse.chat/seq=1-1 :ann!* PRIVMSG #tea :
        ann > @label=b;teahouse.chat/id={Other} PRIVMSG #tea :hello
        ann < @label=b;teahouse.chat/seq=2-1 :ann!* PRIVMSG #tea :hello
        """, Stage.Options with { Limits = Stage.Options.Limits with { PingSeconds = 0 } });

    [Fact]
    public Task What_is_said_to_a_status_is_a_conversation_of_its_own() => Transcript.RunAsync(Scene +
        $"""
        ann > @label=a;teahouse.chat/id={Id} PRIVMSG @#tea :ops
        ann < @label=a;msgid=$m :ann!* PRIVMSG @#tea :ops
        ann > @label=b;teahouse.chat/id={Id} PRIVMSG #tea :ops
        ann < @label=b;msgid=$n :ann!* PRIVMSG #tea :ops
        bob < ...
        ann > PART #tea
        ann < ...
        ann > @label=c;teahouse.chat/id={Id} PRIVMSG @#tea :ops
        ann < @label=c;msgid=$m :ann!* PRIVMSG @#tea :ops
        ann > @label=d;teahouse.chat/id={Other} PRIVMSG @#tea :ops
        ann < @label=d :* 404 ann @#tea :*
        """);

    [Fact]
    public Task A_message_comes_after_the_one_it_names_or_not_at_all() => Transcript.RunAsync(Scene +
        $"""
        ann > @label=b;teahouse.chat/id={Other};teahouse.chat/after={Id} PRIVMSG #tea :two
        ann < @label=b :* FAIL PRIVMSG OUT_OF_ORDER #tea {Other} retry :*
        ann > @label=a;teahouse.chat/id={Id} PRIVMSG #tea :one¶@label=c;teahouse.chat/id={Other};teahouse.chat/after={Id} PRIVMSG #tea :two
        ann < @label=a :ann!* PRIVMSG #tea :one
        ann < @label=c :ann!* PRIVMSG #tea :two
        bob < :ann!* PRIVMSG #tea :one
        bob < :ann!* PRIVMSG #tea :two
        ann > @label=d;teahouse.chat/id=01a3185c-5000-7000-8000-000000000003;teahouse.chat/after=01a1185c-5000-7000-8000-000000000003 PRIVMSG #tea :three
        ann < @label=d;!teahouse.chat/after :ann!* PRIVMSG #tea :three
        bob < @!teahouse.chat/after :ann!* PRIVMSG #tea :three
        bob < none
        """);
}
