using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Search;

public sealed class SearchTranscripts
{
    private const string Said =
        """
        ann joins #tea with soju.im/search batch message-tags server-time echo-message
        bob joins #tea
        ann > PRIVMSG #tea :我喜欢喝茶
        ann < @msgid=$i1;time=$t1 *
        time 10s
        bob > PRIVMSG #tea :That was fast!
        ann < @msgid=$i2;time=$t2 *
        time 10s
        bob > NOTICE #tea :喝咖啡，不喝茶
        ann < @msgid=$i3;time=$t3 *
        time 10s
        ann > PRIVMSG #tea :Fasting is hard
        ann < @msgid=$i4;time=$t4 *

        """;

    public static TheoryData<string, string> Questions { get; } = new()
    {
        { "in=#tea;text=喝茶", "1 3" },
        { "in=#tea;text=茶", "1 3" },
        { "in=#TEA;text=咖", "3" },
        { "in=#tea;text=茶喝", "" },
        { "in=#tea;text=FAST", "2 4" },
        { "in=#tea;text=fast\\swas", "2" },
        { "in=#tea;text=不喝\\s茶", "3" },
        { "in=#tea;from=bob", "2 3" },
        { "in=#tea;from=BOB;text=茶", "3" },
        { "from=ann", "1 4" },
        { "text=茶", "1 3" },
        { "in=#tea;text=茶;limit=1", "3" },
        { "in=#tea;text=茶;limit=1;after=2020-01-01T00:00:00.000Z", "1" },
        { "in=#tea;after=$t2;before=$t3", "2 3" },
        { "in=#tea;before=$t1", "1" },
        { "in=#tea;after=$t4;text=hard", "4" },
        { "in=#tea", "1 2 3 4" },
        { "in=#tea;from=cat", "" },
        { "in=ann;text=茶", "" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public Task What_was_said_is_found_in_the_log(string asked, string found) => Transcript.RunAsync(Said + Asked(asked, found));

    [Theory]
    [MemberData(nameof(Questions))]
    public Task What_was_said_is_found_in_the_index(string asked, string found) => Transcript.RunAsync(Said + "time 1s\n" + Asked(asked, found));

    [Theory]
    [InlineData("", ":*")]
    [InlineData("text=", "text :*")]
    [InlineData("text=...", "text :*")]
    [InlineData("nonsense=1", "nonsense :*")]
    [InlineData("in=#tea;limit=many", "limit :*")]
    [InlineData("in=#tea;limit=0", "limit :*")]
    [InlineData("in=#tea;after=yesterday", "after :*")]
    [InlineData("in=#nowhere", "#nowhere :*")]
    [InlineData("in=nobody", "nobody :*")]
    public Task A_question_that_makes_no_sense_is_refused(string asked, string answer) => Transcript.RunAsync(
        $"""
        ann joins #tea with soju.im/search batch
        ann > SEARCH {asked}
        ann < :* FAIL SEARCH INVALID_PARAMS {answer}
        """);

    [Theory]
    [InlineData("")]
    [InlineData("time 1s")]
    public Task Only_what_one_may_read_is_found(string indexed) => Transcript.RunAsync(
        $"""
        ann joins #tea
        bob joins #tea with soju.im/search batch
        ann > PRIVMSG #tea :secret one
        ann joins #cups
        ann > PRIVMSG #cups :secret two
        eve connects with soju.im/search batch
        ann > PRIVMSG bob :secret three
        ann > MODE #tea +i
        {indexed}
        clear
        bob > SEARCH text=secret
        bob < :* BATCH +$b soju.im/search
        bob < :ann!* PRIVMSG #tea :secret one
        bob < :ann!* PRIVMSG bob :secret three
        bob < :* BATCH -$b
        eve > SEARCH text=secret
        eve < :* BATCH +$c soju.im/search
        eve < :* BATCH -$c
        eve > SEARCH in=#tea;text=secret
        eve < :* FAIL SEARCH INVALID_PARAMS #tea :*
        eve > SEARCH in=ann;text=secret
        eve < :* BATCH +$d soju.im/search
        eve < :* BATCH -$d
        ann > INVITE eve #tea
        eve joins #tea
        eve > SEARCH in=#tea;text=secret
        eve < :* BATCH +$e soju.im/search
        eve < :* BATCH -$e
        """);

    [Theory]
    [InlineData("")]
    [InlineData("time 1s")]
    public Task What_was_taken_back_is_found_no_more(string indexed) => Transcript.RunAsync(
        $"""
        ann joins #tea with soju.im/search batch draft/message-redaction message-tags echo-message
        ann > PRIVMSG #tea :my password is 茶杯
        ann < @msgid=$id *
        {indexed}
        ann > REDACT #tea $id
        ann < :ann!* REDACT #tea $id
        ann > SEARCH text=茶杯
        ann < :* BATCH +$b soju.im/search
        ann < :* BATCH -$b
        time 1s
        ann > SEARCH in=#tea;text=password
        ann < :* BATCH +$c soju.im/search
        ann < :* BATCH -$c
        """);

    [Fact]
    public Task Several_lines_are_one_message_and_come_as_one() => Transcript.RunAsync(
        """
        ann joins #tea with soju.im/search batch draft/multiline message-tags labeled-response
        ann > BATCH +1 draft/multiline #tea¶@batch=1 PRIVMSG #tea :green te¶@batch=1;draft/multiline-concat PRIVMSG #tea :a leaves¶@batch=1 PRIVMSG #tea hot¶BATCH -1
        time 1s
        ann > @label=a SEARCH text=tea\shot
        ann < @label=a :* BATCH +$s soju.im/search
        ann < @batch=$s :ann!* BATCH +$b draft/multiline #tea
        ann < @batch=$b :ann!* PRIVMSG #tea :green te
        ann < @batch=$b;draft/multiline-concat :ann!* PRIVMSG #tea :a leaves
        ann < @batch=$b :ann!* PRIVMSG #tea hot
        ann < @batch=$s :ann!* BATCH -$b
        ann < :* BATCH -$s
        """);

    [Fact]
    public Task A_client_without_batches_gets_the_lines() => Transcript.RunAsync(
        """
        ann joins #tea with soju.im/search
        bob joins #tea
        bob > PRIVMSG #tea :tea?
        ann < :bob!* PRIVMSG #tea :tea?
        ann > SEARCH text=tea
        ann < :bob!* PRIVMSG #tea :tea?
        ann > SEARCH text=coffee
        ann < none
        """);

    [Fact]
    public Task A_server_that_keeps_no_history_finds_nothing() => Transcript.RunAsync(
        """
        ann joins #tea
        ann > CAP REQ soju.im/search
        ann < :* CAP ann NAK :soju.im/search
        ann > SEARCH in=#tea
        ann < :* FAIL SEARCH INTERNAL_ERROR :*
        """, Stage.Options with { History = new() { Enabled = false } });

    private static string Asked(string asked, string found) =>
        $"""
        ann < ...
        ann > SEARCH {asked}
        ann < :tea.example BATCH +$b soju.im/search
        {string.Join('\n', found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(i => $"ann < @batch=$b;msgid=$i{i};time=$t{i} :*!* * #tea :*"))}
        ann < :tea.example BATCH -$b
        """;
}
