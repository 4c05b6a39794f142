using System.Text;
using CsCheck;
using Teahouse.Core.Log;
using Teahouse.Core.Tests.Transcripts;
using Teahouse.Protocol;
using Teahouse.Storage.Suites.Faults;

namespace Teahouse.Core.Tests.Conversations;

/// <summary>
/// Whatever a few people do at once, and however the store fails meanwhile: all see the same events in the same order, each once;
/// what was echoed is in the log, and what was refused is not.
/// </summary>
public sealed class RandomProgramTests
{
    private const int People = 4;
    private const string Caps = "echo-message labeled-response batch message-tags teahouse.chat/seq standard-replies";

    private sealed record Step(int Who, int What, int Where, AppendFault? Fault);

    private static readonly Gen<AppendFault?> Faults = Gen.Frequency(
        (8, Gen.Const((AppendFault?)null)),
        (1, Gen.Const((AppendFault?)AppendFault.Fail)),
        (1, Gen.Const((AppendFault?)AppendFault.UnknownStored)),
        (1, Gen.Const((AppendFault?)AppendFault.UnknownNotStored)));

    private static readonly Gen<Step[]> Programs =
        Gen.Select(Gen.Int[0, People - 1], Gen.Int[0, 9], Gen.Int[0, 1], Faults, (who, what, where, fault) => new Step(who, what, where, fault))
            .Array[5, 60];

    [Fact]
    public void All_see_the_same_order_once_each_and_only_what_is_stored() =>
        Programs.Sample(program => RunAsync(program).GetAwaiter().GetResult(), iter: 60, threads: 1);

    private static async Task RunAsync(Step[] program)
    {
        var inner = new MemoryMessageLog();
        var log = new FaultyMessageLog(inner);
        await using var stage = await Stage.OpenAsync(log: log);
        var people = await ComeAsync(stage);
        var lines = Lines(program, log);
        // Each person's lines go out in one piece, all at once.
        await Task.WhenAll(people.Select((person, i) => person.SendAsync(string.Join("\r\n", lines[i].Append("PING done"))).AsTask()));
        foreach (var person in people) await person.CatchUpAsync();
        // A question to each room waits for what its owner still has to find out.
        var watcher = stage.Find("watcher")!;
        await watcher.SendAsync("NAMES #a\r\nNAMES #b");
        await watcher.CatchUpAsync();
        await JudgeAsync(inner, people, watcher);
        await LeaveAsync(people, watcher);
        Assert.Empty(stage.Faults);
    }

    private static async Task<WireClient[]> ComeAsync(Stage stage)
    {
        await stage.MakeAccountAsync("acc", guest: false);
        var people = new WireClient[People];
        for (var i = 0; i < People; i++)
        {
            // The last two are sessions of one account.
            people[i] = await stage.ConnectAsync($"p{i}", i >= 2 ? "acc" : null, Caps);
            await people[i].SendAsync("JOIN #a,#b");
            await people[i].CatchUpAsync();
        }
        // One more, who only listens: nothing may be missing there.
        await stage.ConnectAsync("watcher", null, Caps);
        await stage.Find("watcher")!.SendAsync("JOIN #a,#b");
        await stage.ForgetAsync();
        return people;
    }

    private static List<string>[] Lines(Step[] program, FaultyMessageLog log)
    {
        var lines = Enumerable.Range(0, People).Select(_ => new List<string>()).ToArray();
        for (var i = 0; i < program.Length; i++)
        {
            var (who, what, where, fault) = program[i];
            if (fault is { } wrong) log.Next(wrong);
            var room = where == 0 ? "#a" : "#b";
            lines[who].Add(what switch
            {
                0 => $"@label=l{i} JOIN {room}",
                1 => $"@label=l{i} PART {room} :t{i}",
                2 => $"@label=l{i} TOPIC {room} :t{i}",
                3 => $"@label=l{i} MODE {room} {(i % 2 == 0 ? "+" : "-")}t",
                4 => $"@label=l{i} PRIVMSG #a,#b :t{i}",
                5 => $"@label=l{i} NICK n{who}x{i}",
                _ => $"@label=l{i} PRIVMSG {room} :t{i}",
            });
        }
        return lines;
    }

    private static async Task JudgeAsync(MemoryMessageLog log, WireClient[] people, WireClient watcher)
    {
        foreach (var room in (string[])["#a", "#b"])
        {
            var head = (await log.FindAsync(ConversationKey.Channel(room)))!;
            var stored = (await log.ReadAsync(head.Id, new LogRange(1, long.MaxValue, int.MaxValue))).ToDictionary(e => e.Sequence);
            Assert.Equal(Enumerable.Range(1, stored.Count).Select(i => (long)i), stored.Keys.Order());
            var seen = new Dictionary<long, string>();
            SeenIn(room, await watcher.UnreadAsync(), head.Epoch, stored, seen);
            Assert.Equal(stored.Keys.Order(), seen.Keys.Order());
            foreach (var person in people) SeenIn(room, await person.UnreadAsync(), head.Epoch, stored, seen);
        }
        foreach (var person in people) await RefusedAsync(log, await person.UnreadAsync());
    }

    /// <summary>When all have left nobody is left behind, whatever became of their JOINs and PARTs.</summary>
    private static async Task LeaveAsync(WireClient[] people, WireClient watcher)
    {
        foreach (var person in people) await person.DropAsync();
        await watcher.ForgetAsync();
        await watcher.SendAsync("NAMES #a\r\nNAMES #b");
        var names = (await watcher.UnreadAsync()).Select(MessageParser.Parse).Where(m => m.Command == "353");
        Assert.All(names, m => Assert.Equal("watcher", m[3].TrimStart('@')));
    }

    /// <summary>Numbers rise, each once; what stands at one is the same for everybody, and is in the log.</summary>
    private static void SeenIn(string room, List<string> lines, int epoch, Dictionary<long, LogEntry> stored, Dictionary<long, string> seen)
    {
        long last = 0;
        foreach (var message in lines.Select(MessageParser.Parse))
        {
            if (message.Tags[TagNames.Sequence] is not { } text || !AsciiCase.Equals(message[0], room)) continue;
            Assert.True(SequenceTag.TryParse(text, out var place) && place.Epoch == epoch);
            Assert.True(place.Number > last, $"{place.Number} came after {last}");
            last = place.Number;
            Assert.True(stored.TryGetValue(place.Number, out var entry));
            if (message.Command == "PRIVMSG") Assert.True(Holds(entry, message[1]));
            var what = $"{message.Command} {message[^1]} {message.Tags[TagNames.MsgId]}";
            Assert.Equal(seen.GetValueOrDefault(place.Number, what), what);
            seen[place.Number] = what;
        }
    }

    /// <summary>"Not stored" is the truth.</summary>
    private static async Task RefusedAsync(MemoryMessageLog log, List<string> lines)
    {
        foreach (var message in lines.Select(MessageParser.Parse).Where(m => m.Command == "FAIL" && m[1] == "NOT_STORED" && m[0] is "PRIVMSG" or "TOPIC"))
        {
            if (message.Tags[TagNames.Label] is not { } label || message[2] is not { } room) continue;
            var head = (await log.FindAsync(ConversationKey.Channel(room)))!;
            var entries = await log.ReadAsync(head.Id, new LogRange(1, long.MaxValue, int.MaxValue));
            Assert.DoesNotContain(entries, e => Holds(e, "t" + label[1..]));
        }
    }

    /// <summary>The text is the entry's last parameter: its length and it, and then no tags.</summary>
    private static bool Holds(LogEntry entry, string text) =>
        entry.Payload.Span.EndsWith((ReadOnlySpan<byte>)[(byte)text.Length, .. Encoding.ASCII.GetBytes(text), 0]);
}
