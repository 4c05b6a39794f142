using System.Text;

namespace Teahouse.Core.Tests.Transcripts;

/// <summary>A multiline message whose pieces leave no room for their sender's name is cut into lines, and loses nothing.</summary>
public sealed class LongMultilineTests
{
    private static readonly string Words = string.Join(' ', Enumerable.Range(0, 99).Select(i => $"w{i:000}"));
    private static readonly string Tea = string.Concat(Enumerable.Repeat("茶", 155));
    private static readonly string Families = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 19));
    private static readonly string Marks = "e" + new string('\u0301', 230);

    public static TheoryData<string, int> Pieces { get; } = new() { { Words, 5 }, { Tea, 3 }, { Families, 11 }, { Marks, 1 } };

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task No_line_is_longer_than_512_bytes_and_together_they_say_the_same(string piece, int unit)
    {
        await using var stage = await Stage.OpenAsync();
        var ann = await stage.ConnectAsync("ann", capabilities: "draft/multiline batch message-tags");
        var plain = await stage.ConnectAsync("bob");
        var modern = await stage.ConnectAsync("cat", capabilities: "draft/multiline batch message-tags draft/chathistory");
        foreach (var client in (WireClient[])[ann, plain, modern])
        {
            await client.SendAsync("JOIN #tea");
            await client.CatchUpAsync();
        }
        await stage.ForgetAsync();
        await ann.SendAsync($"BATCH +1 draft/multiline #tea\r\n@batch=1 PRIVMSG #tea :{piece}\r\n@batch=1 PRIVMSG #tea :end\r\nBATCH -1");
        await ann.CatchUpAsync();

        var fallback = await plain.UnreadAsync();
        Assert.All(fallback, IsShort);
        Assert.Equal([piece, "end"], [string.Concat(fallback.SkipLast(1).Select(TextOf)), TextOf(fallback[^1])]);
        Assert.Equal(3, fallback.Count);
        Assert.Equal(0, TextOf(fallback[0]).Length % unit);

        AssertBatch(await modern.UnreadAsync(), piece + "\nend");
        await modern.ForgetAsync();
        await modern.SendAsync("CHATHISTORY LATEST #tea * 1");
        AssertBatch((await modern.UnreadAsync())[1..^1], piece + "\nend");
    }

    [Fact]
    public async Task A_batch_of_a_single_line_is_held_to_it_too()
    {
        await using var stage = await Stage.OpenAsync();
        var ann = await stage.ConnectAsync("ann", capabilities: "draft/multiline batch message-tags echo-message labeled-response");
        var bob = await stage.ConnectAsync("bob");
        await ann.SendAsync($"@label=a BATCH +1 draft/multiline bob\r\n@batch=1 NOTICE bob :{Tea}\r\nBATCH -1");
        AssertBatch(await ann.UnreadAsync(), Tea);
        var lines = await bob.UnreadAsync();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, IsShort);
        Assert.Equal(Tea, string.Concat(lines.Select(TextOf)));
    }

    private static void AssertBatch(List<string> lines, string text)
    {
        Assert.Contains("BATCH +", lines[0], StringComparison.Ordinal);
        Assert.Contains("BATCH -", lines[^1], StringComparison.Ordinal);
        var value = new StringBuilder();
        foreach (var line in lines[1..^1])
        {
            IsShort(line);
            if (value.Length > 0 && !line.Contains("draft/multiline-concat", StringComparison.Ordinal)) value.Append('\n');
            value.Append(TextOf(line));
        }
        Assert.Equal(text, value.ToString());
    }

    /// <summary>512 bytes with CR LF, tags apart.</summary>
    private static void IsShort(string line) => Assert.InRange(Encoding.UTF8.GetByteCount(line.StartsWith('@') ? line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..] : line), 1, 510);

    private static string TextOf(string line)
    {
        var bare = line.StartsWith('@') ? line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..] : line;
        return bare.Split(' ', 4)[3] is var last && last.StartsWith(':') ? last[1..] : last;
    }
}
