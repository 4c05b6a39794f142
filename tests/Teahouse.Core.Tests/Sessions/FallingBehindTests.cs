using System.Globalization;
using System.Text.RegularExpressions;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Sessions;

/// <summary>Who reads too slowly and can fetch what it missed is not closed: it comes in anew, and hears again once it has fetched.</summary>
public sealed partial class FallingBehindTests
{
    private const string Capabilities = "message-tags batch server-time echo-message labeled-response draft/chathistory teahouse.chat/seq";

    /// <summary>Those who read at once may be late too, on a machine with much to do: so that nobody is closed.</summary>
    private const string Fetching = "message-tags batch draft/chathistory";

    private const int QueueBytes = 20_000;

    private static readonly string Padding = new('x', 400);

    private static Task<Stage> OpenAsync(int pingSeconds = 0) => Stage.OpenAsync(Stage.Options with
    {
        Limits = Stage.Options.Limits with { SendQueueBytes = QueueBytes, PingSeconds = pingSeconds },
    });

    /// <summary>Ann and Bob are in #tea, and so is somebody who takes 4 KiB and no more before it reads.</summary>
    private static async Task<(Stage Stage, WireClient Ann, WireClient Slow)> GatherAsync(int pingSeconds = 0)
    {
        var stage = await OpenAsync(pingSeconds);
        await Transcript.RunAsync(stage, $"ann joins #tea with {Fetching}\nbob joins #tea with {Fetching}");
        var slow = await stage.ConnectAsync("slow", capabilities: Capabilities, room: 4096);
        await slow.SendAsync("JOIN #tea");
        await slow.ForgetAsync();
        await stage.ForgetAsync();
        return (stage, stage.Find("ann")!, slow);
    }

    /// <summary>More than waits for anybody, numbered from 1 in #tea.</summary>
    private static async Task FloodAsync(WireClient ann, int from = 1, int count = 100)
    {
        for (var i = from; i < from + count; i++) await ann.SendAsync($"PRIVMSG #tea :{i} {Padding}");
        await ann.ForgetAsync();
    }

    private static async Task<List<string>> ReadToAsync(WireClient client, string wanted)
    {
        List<string> lines = [];
        while (lines.Count == 0 || !lines[^1].Contains(wanted, StringComparison.Ordinal))
            lines.Add(await client.ReadLineAsync() ?? throw new InvalidOperationException($"It ended without {wanted}:\n{string.Join('\n', lines)}"));
        return lines;
    }

    private static int[] Numbers(IEnumerable<string> lines) => [.. lines.Select(l => Said().Match(l)).Where(m => m.Success).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];

    private static string MsgId(string line) => MsgIdTag().Match(line).Groups[1].Value;

    [Fact]
    public async Task It_is_told_where_lines_are_missing_and_comes_into_its_rooms_anew()
    {
        var (stage, ann, slow) = await GatherAsync();
        await using var _ = stage;
        await Transcript.RunAsync(stage, "ann > MODE #tea +n-t\nann > TOPIC #tea :Tea");
        await slow.ForgetAsync();
        await FloodAsync(ann);
        var lines = await ReadToAsync(slow, "NOTE JOIN FELL_BEHIND #tea");
        var heard = Numbers(lines);
        Assert.Equal(Enumerable.Range(1, heard.Length), heard);
        Assert.InRange(heard.Length, 1, 99);
        var anew = lines.SkipWhile(l => !l.StartsWith(":tea.example NOTE * FELL_BEHIND :", StringComparison.Ordinal)).ToList();
        Assert.Empty(Numbers(anew));
        Assert.Contains(anew, l => l.Contains(":slow!", StringComparison.Ordinal) && l.Contains(" JOIN #tea", StringComparison.Ordinal));
        Assert.Contains(anew, l => l.Contains(" 332 slow #tea :Tea", StringComparison.Ordinal));
        Assert.Contains(anew, l => l.Contains(" 353 slow = #tea :", StringComparison.Ordinal) && l.Contains("bob", StringComparison.Ordinal));
        Assert.Contains(anew, l => l.Contains(" 366 ", StringComparison.Ordinal));
        Assert.Contains(anew, l => l.Contains(" 324 slow #tea ", StringComparison.Ordinal));
        Assert.Contains(" #tea 1-102 :", anew[^1], StringComparison.Ordinal);
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task Nobody_else_notices()
    {
        var (stage, ann, slow) = await GatherAsync();
        await using var _ = stage;
        await FloodAsync(ann);
        await ReadToAsync(slow, "NOTE JOIN FELL_BEHIND #tea");
        await slow.CatchUpAsync();
        foreach (var other in (WireClient[])[ann, stage.Find("bob")!])
            Assert.DoesNotContain(await other.UnreadAsync(), l => l.Contains(":slow!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_said_in_the_room_comes_again_when_it_was_fetched_to_the_head()
    {
        var (stage, ann, slow) = await GatherAsync();
        await using var _ = stage;
        await FloodAsync(ann);
        var lines = await ReadToAsync(slow, "NOTE JOIN FELL_BEHIND #tea");
        var last = lines.Last(l => Said().IsMatch(l));
        await FloodAsync(ann, 101, 50);
        Assert.Empty(await slow.UnreadAsync());

        // A page that does not reach the head changes nothing.
        await slow.SendAsync($"CHATHISTORY AFTER #tea msgid={MsgId(last)} 20");
        var page = await ReadToAsync(slow, "BATCH -");
        await ann.SendAsync("PRIVMSG #tea :151 not yet");
        await ann.ForgetAsync();
        Assert.Empty(await slow.UnreadAsync());
        var got = Numbers(lines).Concat(Numbers(page)).ToList();
        while (got[^1] < 151)
        {
            await slow.SendAsync($"CHATHISTORY AFTER #tea msgid={MsgId(page.Last(l => Said().IsMatch(l)))} 100");
            page = await ReadToAsync(slow, "BATCH -");
            got.AddRange(Numbers(page));
        }
        Assert.Equal(Enumerable.Range(1, 151), got);
        await ann.SendAsync("PRIVMSG #tea :152 live");
        await ann.ForgetAsync();
        Assert.Equal((int[])[152], Numbers(await slow.UnreadAsync()));
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task Who_asks_for_the_latest_hears_again_from_then_on()
    {
        var (stage, ann, slow) = await GatherAsync();
        await using var _ = stage;
        await FloodAsync(ann);
        await ReadToAsync(slow, "NOTE JOIN FELL_BEHIND #tea");
        await slow.SendAsync("CHATHISTORY LATEST #tea * 5");
        Assert.Equal((int[])[96, 97, 98, 99, 100], Numbers(await ReadToAsync(slow, "BATCH -")));
        await ann.SendAsync("PRIVMSG #tea :101 live");
        await ann.ForgetAsync();
        Assert.Equal((int[])[101], Numbers(await slow.UnreadAsync()));
    }

    [Fact]
    public async Task What_becomes_of_the_room_meanwhile_is_told_and_so_are_its_own_messages()
    {
        var (stage, ann, slow) = await GatherAsync();
        await using var _ = stage;
        await FloodAsync(ann);
        await ReadToAsync(slow, "NOTE JOIN FELL_BEHIND #tea");
        await Transcript.RunAsync(stage,
            """
            ann > TOPIC #tea :New
            ann > MODE #tea +v bob
            bob > NICK robert
            ann > PRIVMSG #tea :101 unheard
            ann < ...
            """);
        await slow.SendAsync("@label=own PRIVMSG #tea :102 mine");
        var heard = await slow.UnreadAsync();
        Assert.Equal((int[])[102], Numbers(heard));
        Assert.Contains(heard, l => l.StartsWith("@label=own;", StringComparison.Ordinal));
        foreach (var told in (string[])["TOPIC #tea :New", "MODE #tea +v", "NICK robert"]) Assert.Contains(heard, l => l.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Direct_messages_come_again_at_once()
    {
        var (stage, ann, slow) = await GatherAsync();
        await using var _ = stage;
        for (var i = 1; i <= 100; i++) await ann.SendAsync($"PRIVMSG slow :{i} {Padding}");
        await ann.ForgetAsync();
        var lines = await ReadToAsync(slow, "NOTE JOIN FELL_BEHIND #tea");
        // It may have come in anew, and fallen behind once more, while she still wrote.
        await slow.ForgetAsync();
        await ann.SendAsync("PRIVMSG slow :101 live");
        await ann.ForgetAsync();
        Assert.Equal((int[])[101], Numbers(await slow.UnreadAsync()));
        await slow.ForgetAsync();
        await slow.SendAsync($"CHATHISTORY AFTER ann msgid={MsgId(lines.Last(l => Said().IsMatch(l)))} 100");
        Assert.Equal(Enumerable.Range(1, 101), Numbers(lines.Concat(await ReadToAsync(slow, "BATCH -"))));
    }

    [Fact]
    public async Task No_answer_is_ever_dropped()
    {
        var (stage, ann, slow) = await GatherAsync();
        await using var _ = stage;
        for (var i = 0; i < 100; i++) await slow.SendAsync($"PING {i}-{Padding}\r\n@label=m{i} PRIVMSG #tea :mine {i}");
        await FloodAsync(ann);
        // It fell behind before its own were all read: then it was not read on.
        var lines = await ReadToAsync(slow, " :mine 99");
        Assert.Equal(Enumerable.Range(0, 100), lines.Where(l => l.Contains("PONG", StringComparison.Ordinal)).Select(l => int.Parse(l[(l.LastIndexOf(':') + 1)..l.LastIndexOf('-')], CultureInfo.InvariantCulture)));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"label=m{i}"), lines.Where(l => l.Contains(":mine ", StringComparison.Ordinal)).Select(l => Label().Match(l).Value));
        Assert.Contains(lines, l => l.Contains("NOTE * FELL_BEHIND", StringComparison.Ordinal));
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task Who_was_put_out_of_the_room_meanwhile_knows_it()
    {
        var (stage, ann, slow) = await GatherAsync();
        await using var _ = stage;
        await FloodAsync(ann);
        await Transcript.RunAsync(stage, "ann > KICK #tea slow :enough\nann < ...");
        await slow.SendAsync("PING end");
        var lines = await ReadToAsync(slow, "PONG");
        Assert.Contains(lines, l => l.Contains("NOTE * FELL_BEHIND", StringComparison.Ordinal));
        Assert.InRange(lines.FindIndex(l => l.Contains("KICK #tea slow", StringComparison.Ordinal)), lines.FindLastIndex(l => l.Contains(" JOIN #tea", StringComparison.Ordinal)) + 1, lines.Count);
    }

    [Fact]
    public async Task Who_does_not_fetch_for_long_is_closed_with_a_reason_and_who_did_is_not()
    {
        var (stage, ann, slow) = await GatherAsync(pingSeconds: 60);
        await using var _ = stage;
        await FloodAsync(ann);
        await ReadToAsync(slow, "NOTE JOIN FELL_BEHIND #tea");
        await slow.SendAsync("CHATHISTORY LATEST #tea * 5");
        await slow.ForgetAsync();
        for (var i = 0; i < 10; i++) await PassAsync();
        Assert.False(slow.Serving.IsCompleted);

        await FloodAsync(ann);
        await ReadToAsync(slow, "NOTE JOIN FELL_BEHIND #tea");
        while (!slow.Serving.IsCompleted) await PassAsync();
        Assert.Contains(await slow.UnreadAsync(), l => l.StartsWith("ERROR ", StringComparison.Ordinal) && l.Contains("was not fetched", StringComparison.Ordinal));
        Assert.Empty(stage.Faults);

        async Task PassAsync()
        {
            stage.Time.Advance(TimeSpan.FromSeconds(30));
            stage.Server.Look();
            foreach (var client in stage.Clients)
                if (!client.Serving.IsCompleted) await client.CatchUpAsync();
        }
    }

    [Fact]
    public async Task However_often_it_falls_behind_everything_is_there_once_it_has_fetched()
    {
        const int each = 250;
        const int page = 40;
        await using var stage = await OpenAsync();
        await Transcript.RunAsync(stage, $"one joins #tea with {Fetching}\ntwo joins #tea with {Fetching}\nthree joins #tea with {Fetching}");
        var slow = await stage.ConnectAsync("slow", capabilities: Capabilities, room: 4096);
        await slow.SendAsync("JOIN #tea");
        await slow.ForgetAsync();
        WireClient[] writers = [stage.Find("one")!, stage.Find("two")!, stage.Find("three")!];
        // However fast it reads afterwards: it has not read these.
        var ahead = writers.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        var writing = Task.WhenAll(writers.Select((writer, w) => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                await writer.SendAsync($"PRIVMSG #tea :{w * each + i + 1} {Padding}");
                if (i % 10 == 9) await writer.ForgetAsync();
                if (i == 49) ahead[w].SetResult();
            }
        })));
        foreach (var written in ahead) await written.Task.WaitAsync(WireClient.Patience);
        SortedDictionary<long, string> held = [];
        var (next, msgid, fell) = (1L, (string?)null, 0);
        var latest = new Queue<string>();
        var (fetching, again, inPage) = (false, false, 0);
        while (next <= 3 * each)
        {
            string line;
            try
            {
                line = await slow.ReadLineAsync() ?? throw new InvalidOperationException("It was closed");
            }
            catch (TimeoutException waited)
            {
                throw new InvalidOperationException($"{next} does not come; fell {fell}, fetching {fetching}, in page {inPage}, writing {writing.Status}, held {string.Join(' ', held.Keys)}, faults {string.Join('\n', stage.Faults)}\n{string.Join('\n', latest)}", waited);
            }
            latest.Enqueue(line.Length > 200 ? line[..200] : line);
            if (latest.Count > 30) latest.Dequeue();
            // What comes live while something is missing waits for it.
            if (Number().Match(line) is { Success: true } number) held[long.Parse(number.Groups[1].ValueSpan, CultureInfo.InvariantCulture)] = MsgId(line);
            while (held.Remove(next, out var following)) (next, msgid) = (next + 1, following);
            if (line.StartsWith("@batch=", StringComparison.Ordinal)) inPage++;
            var anew = line.Contains("NOTE JOIN FELL_BEHIND", StringComparison.Ordinal);
            if (anew) fell++;
            again |= anew;
            if (line.Contains(" BATCH -", StringComparison.Ordinal))
            {
                // A page that is not full reached the head.
                again |= inPage >= page;
                fetching = false;
            }
            if (fetching || !again) continue;
            (fetching, again, inPage) = (true, false, 0);
            await slow.SendAsync($"CHATHISTORY AFTER #tea {(msgid is null ? "timestamp=1970-01-01T00:00:00.000Z" : "msgid=" + msgid)} {page}");
        }
        await writing;
        Assert.True(fell > 0);
        Assert.Empty(stage.Faults);
    }

    [GeneratedRegex(@" PRIVMSG \S+ :(\d+) ")]
    private static partial Regex Said();

    [GeneratedRegex(@"label=m\d+")]
    private static partial Regex Label();

    [GeneratedRegex(@"msgid=([^; ]+)")]
    private static partial Regex MsgIdTag();

    [GeneratedRegex(@"teahouse\.chat/seq=1-(\d+)")]
    private static partial Regex Number();
}
