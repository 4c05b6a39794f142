using CsCheck;
using Teahouse.Core.Commands;
using Teahouse.Core.Tests.Transcripts;
using Teahouse.Protocol;

namespace Teahouse.Core.Tests.Commands;

/// <summary>Whatever follows a command: it is answered, every answer can be read, and the connection lives.</summary>
public sealed class AnyLineTests
{
    private static readonly string[] Words =
    [
        "#tea", "#Tea", "#", "##", "#b", "#tea,#b", "#a,,#b", ",", "ann", "bob", "nobody", "ann,bob,nobody", "*", "**", "0", "-1", "5", "999999999999", "+", "-",
        "+o", "-o", "+b", "+bb-b", "+k", "-k", "+l", "-l", "+imnst", "-imnst", "+X", "b", "+ovbkl", "=", "%", "%tcuihsnfdlaor,1", "<5", ">0", ">x", "C>5", "T<5", "!*", "?", "@", "~",
        "msgid=", "msgid=AAAAAAAAAAAAAAAAAAAAAA", "timestamp=", "timestamp=2020-01-01T00:00:00.000Z", "LATEST", "BEFORE", "AFTER", "BETWEEN", "AROUND", "TARGETS",
        "LS", "REQ", "LIST", "END", "302", "batch", "-batch", "PLAIN", "AAAA", "!!!", "陈晓", "é", "\u0001ACTION x\u0001", "\u0001PING\u0001", "\u200b", "nick!user@host", "tea.example",
        "x:y", "a=b;c", "\\", "\\s", "#" + new string('x', 70), new string('n', 100), "🍵", "+draft/react",
    ];

    private static readonly string[] Ends = ["", " ", ":", ":x", " x", "a b", "a  b ", "::", "\u0001", "\u0002bold", ", ,", "#tea #b", "* *"];

    private static readonly Gen<string> Lines = Gen.Select(
        Gen.OneOf(Gen.Const(""), Gen.Const("@label=l "), Gen.Const("@label=;+x "), Gen.Const("@label=a\\sb;+typing=active;x=y ")),
        Gen.Int[0, CommandTable.All.Count() - 1].Select(i => CommandTable.All.ElementAt(i).Name),
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[0, 4],
        Gen.OneOf(Gen.Const((string?)null), Gen.Int[0, Ends.Length - 1].Select(i => (string?)Ends[i])),
        (tags, command, words, end) => $"{tags}{command} {string.Join(' ', words)}{(end is null ? "" : " :" + end)}");

    private static readonly Gen<string[]> Programs = Lines.Where(line => !line.Contains("QUIT", StringComparison.Ordinal)).Array[1, 10];

    [Fact]
    public Task Registered() => SampleAsync("labeled-response batch message-tags echo-message draft/chathistory teahouse.chat/seq draft/event-playback");

    [Fact]
    public Task Registered_without_any_capability() => SampleAsync("");

    [Fact]
    public Task Before_registration() => Programs.SampleAsync(async lines =>
    {
        await using var stage = await Stage.OpenAsync();
        var client = stage.Open("ann");
        foreach (var line in lines) await client.SendAsync(line);
        await client.DropAsync();
        foreach (var said in await client.UnreadAsync()) MessageParser.Parse(said);
        Assert.Empty(stage.Faults);
    }, iter: 300, threads: 1);

    private static Task SampleAsync(string capabilities) => Programs.SampleAsync(async lines =>
    {
        await using var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage, "bob joins #tea\nbob joins #b");
        var client = await stage.ConnectAsync("ann", null, capabilities);
        await client.SendAsync("JOIN #tea,#mine");
        foreach (var line in lines) await client.SendAsync(line);
        foreach (var said in await client.UnreadAsync()) MessageParser.Parse(said);
        Assert.Empty(stage.Faults);
        Assert.False(client.Ended);
    }, iter: 300, threads: 1);
}
