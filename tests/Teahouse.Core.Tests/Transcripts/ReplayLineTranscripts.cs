using System.Text;

namespace Teahouse.Core.Tests.Transcripts;

/// <summary>What is told later to clients without server-time fits into their lines, and each line says when it was.</summary>
public sealed class ReplayLineTranscripts
{
    private const string Date = "[2027-01-15 08:01 UTC] ";

    [Theory]
    [InlineData("x")]
    [InlineData("茶")]
    [InlineData("👍🏽")]
    [InlineData("e\u0301")]
    public async Task A_line_that_is_nearly_full_goes_out_as_two(string character)
    {
        var said = string.Concat(Enumerable.Repeat(character, 458 / Encoding.UTF8.GetByteCount(character)));
        var lines = await ToldAsync($"PRIVMSG #tea :{said}");
        Assert.Equal(2, lines.Count);
        Assert.Equal(said, string.Concat(lines));
        Assert.All(lines, line => Assert.Equal(0, line.Length % character.Length));
    }

    [Fact]
    public async Task A_long_action_goes_out_as_two_actions()
    {
        var said = new string('x', 455);
        var lines = await ToldAsync($"PRIVMSG #tea :\u0001ACTION {said}\u0001", "\u0001ACTION ", "\u0001");
        Assert.Equal(2, lines.Count);
        Assert.Equal(said, string.Concat(lines));
    }

    [Fact]
    public async Task A_short_line_stays_one() => Assert.Equal(["hello"], await ToldAsync("PRIVMSG #tea :hello"));

    [Fact]
    public async Task A_hundred_are_told_where_nobody_chose_and_they_are_the_latest() => Assert.Equal(
        Enumerable.Range(21, 100).Select(n => $"line {n}"), await ToldAsync(string.Join("\r\n", Enumerable.Range(1, 120).Select(n => $"PRIVMSG #tea :line {n}"))));

    [Fact]
    public async Task Each_line_of_a_message_of_several_says_when_it_was_said() => Assert.Equal(["one", "two", "three"], await ToldAsync(
        "BATCH +1 draft/multiline #tea\r\n@batch=1 PRIVMSG #tea :one\r\n@batch=1;draft/multiline-concat PRIVMSG #tea :two\r\n@batch=1 PRIVMSG #tea :\r\n"
        + "@batch=1 PRIVMSG #tea :three\r\nBATCH -1"));

    /// <summary>What Ann is told later of what Bob said, line by line, without what stands around it.</summary>
    private static async Task<List<string>> ToldAsync(string said, string before = "", string after = "")
    {
        await using var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage,
            """
            account ann
            account bob
            bob connects as bob with batch message-tags draft/multiline
            bob > JOIN #tea
            bob > CS REGISTER #tea
            ann connects as ann
            ann > QUIT
            time 1m
            """);
        await stage.Find("bob")!.SendAsync(said);
        await stage.Find("bob")!.ForgetAsync();
        var back = await stage.ConnectAsync("back", "ann");
        await back.SendAsync("JOIN #tea");
        var told = (await back.UnreadAsync()).SkipWhile(line => !line.Contains(" 366 ", StringComparison.Ordinal)).Skip(1).ToList();
        Assert.Empty(stage.Faults);
        return [.. told.Select(Text)];

        string Text(string line)
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 510);
            var beginning = " PRIVMSG #tea :" + before + Date;
            Assert.Contains(beginning, line, StringComparison.Ordinal);
            Assert.EndsWith(after, line, StringComparison.Ordinal);
            return line[(line.IndexOf(beginning, StringComparison.Ordinal) + beginning.Length)..^after.Length];
        }
    }
}
