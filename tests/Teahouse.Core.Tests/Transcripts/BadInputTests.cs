using System.Text;

namespace Teahouse.Core.Tests.Transcripts;

public sealed class BadInputTests
{
    /// <summary>What no client should send, and what it is told.</summary>
    public static TheoryData<string, string> Lines => new()
    {
        { "MEOW purr", ":* 421 ann MEOW :Unknown command" },
        { "PRIVMSG #tea :" + new string('x', 600), ":* 417 ann :*" },
        { "PRIVMSG #tea :" + new string('x', 6000), ":* 417 ann :*" },
        { "@+x=" + new string('x', 4200) + " PRIVMSG #tea :hi", ":* 417 ann :*" },
        { "PRIVMSG #tea :\u00ff\u00fe", ":* FAIL PRIVMSG INVALID_UTF8 :*" },
        { "TOPIC #tea :a\u00ff", ":* FAIL TOPIC INVALID_UTF8 :*" },
        { "PRIVMSG #tea :a\0b", ":* 421 *" },
        { "PRIVMSG #tea :a\rb", ":* 421 *" },
        { ":! PRIVMSG #tea :hi", ":* 421 *" },
        { "@tags-only", ":* 421 *" },
        { "M\u00c3\u00a9ow", ":* 421 *" },
        { "TOPIC", ":* 461 ann TOPIC :*" },
        { "KICK #tea", ":* 461 ann KICK :*" },
        { "INVITE bob", ":* 461 ann INVITE :*" },
        { "WHO", ":* *" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task What_cannot_be_read_is_answered_changes_nothing_and_the_connection_lives(string line, string answer)
    {
        await using var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage, "ann joins #tea\nbob joins #tea");
        var ann = stage.Find("ann")!;
        // Latin-1, so that a test can write any byte.
        await ann.SendRawAsync(Encoding.Latin1.GetBytes(line + "\r\n"));
        var said = await ann.NextAsync();
        Assert.True(said is not null && LinePattern.Matches(answer, said, []), said ?? "nothing");
        Assert.Empty(await ann.UnreadAsync());
        Assert.Empty(await stage.Find("bob")!.UnreadAsync());
        await Transcript.RunAsync(stage,
            """
            ann > PRIVMSG #tea :still here
            bob < :ann!* PRIVMSG #tea :still here
            bob > TOPIC #tea
            bob < :* 331 *
            """);
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public Task Empty_lines_and_stray_spaces_are_nothing() => Transcript.RunAsync(
        """
        ann connects
        ann > ¶¶   ¶
        ann < none
        ann >   PING   x
        ann < :* PONG * :x
        ann > ping x
        ann < :* PONG * :x
        ann > :somebody!else@where PING x
        ann < :* PONG * :x
        """);

    [Fact]
    public async Task A_line_that_does_not_end_closes_the_connection()
    {
        await using var stage = await Stage.OpenAsync();
        var ann = await stage.ConnectAsync("ann");
        await ann.SendRawAsync(Encoding.ASCII.GetBytes("PRIVMSG #tea :" + new string('x', 20_000)));
        await ann.Serving.WaitAsync(WireClient.Patience);
        Assert.Contains(await ann.UnreadAsync(), line => line.StartsWith("ERROR :", StringComparison.Ordinal));
        Assert.Empty(stage.Faults);
    }
}
