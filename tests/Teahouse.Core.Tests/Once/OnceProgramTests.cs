using System.Globalization;
using CsCheck;
using Teahouse.Core.Log;
using Teahouse.Core.Tests.Transcripts;
using Teahouse.Protocol;
using Teahouse.Storage.Suites.Faults;

namespace Teahouse.Core.Tests.Once;

/// <summary>
/// Whatever is sent again, by whichever session, however the store fails and the server is started again meanwhile: in the end each message is
/// stored once in each place, in the order of its sender, and everybody has seen it once.
/// </summary>
public sealed class OnceProgramTests
{
    private const string Capabilities = "teahouse.chat/once teahouse.chat/seq message-tags batch echo-message labeled-response";
    private const int Messages = 6;
    private const long Begin = 1_800_000_000_000;

    private static readonly string[] Senders = ["ann", "ann2", "bob"];
    private static readonly string[] Places = ["#a", "#b", "bob"];

    /// <param name="What">A message's number, or one more: the server is started again.</param>
    private sealed record Step(int Who, int What, int Where, AppendFault? Fault);

    private static readonly Gen<AppendFault?> Faults = Gen.Frequency(
        (6, Gen.Const((AppendFault?)null)),
        (1, Gen.Const((AppendFault?)AppendFault.Fail)),
        (1, Gen.Const((AppendFault?)AppendFault.UnknownStored)),
        (1, Gen.Const((AppendFault?)AppendFault.UnknownNotStored)));

    private static readonly Gen<Step[]> Programs =
        Gen.Select(Gen.Int[0, Senders.Length - 1], Gen.Frequency((20, Gen.Int[0, Messages - 1]), (1, Gen.Const(Messages))), Gen.Int[0, Places.Length - 1], Faults,
            (who, what, where, fault) => new Step(who, what, where, fault)).Array[5, 60];

    [Fact]
    public void Everything_is_stored_once_and_seen_once() => Programs.Sample(program => RunAsync(program).GetAwaiter().GetResult(), iter: 60, threads: 1);

    private static async Task RunAsync(Step[] program)
    {
        var inner = new MemoryMessageLog();
        var log = new FaultyMessageLog(inner);
        var stage = await Stage.OpenAsync(log: log);
        await stage.MakeAccountAsync("ann", guest: false);
        await stage.MakeAccountAsync("bob", guest: false);
        var seen = new Seen();
        try
        {
            await ComeAsync(stage);
            var lines = Senders.Select(_ => new List<string>()).ToArray();
            foreach (var (who, what, where, fault) in program)
            {
                if (what < Messages)
                {
                    if (fault is { } wrong) log.Next(wrong);
                    lines[who].Add(Line(who, what, Places[where]));
                    continue;
                }
                await SendAsync(stage, lines, seen);
                log.NoMore();
                stage = await stage.RestartAsync();
                await ComeAsync(stage);
            }
            await SendAsync(stage, lines, seen);
            await FinishAsync(stage, seen);
        }
        finally
        {
            await stage.DisposeAsync();
        }
        await JudgeAsync(inner);
    }

    private static async Task ComeAsync(Stage stage)
    {
        foreach (var sender in Senders)
        {
            await stage.ConnectAsync(sender, sender.TrimEnd('2'), Capabilities);
            await stage.Find(sender)!.SendAsync("JOIN #a,#b");
        }
        await stage.ConnectAsync("watcher", null, "message-tags teahouse.chat/seq");
        await stage.Find("watcher")!.SendAsync("JOIN #a,#b");
        await stage.ForgetAsync();
    }

    /// <summary>All at once; what the rooms say is kept in mind.</summary>
    private static async Task SendAsync(Stage stage, List<string>[] lines, Seen seen)
    {
        await Task.WhenAll(Senders.Select((sender, i) => stage.Find(sender)!.SendAsync(string.Join("\r\n", lines[i].Append("PING done"))).AsTask()));
        foreach (var list in lines) list.Clear();
        foreach (var sender in Senders) await stage.Find(sender)!.CatchUpAsync();
        // A question waits for what an owner still has to find out.
        await stage.Find("watcher")!.SendAsync("NAMES #a\r\nNAMES #b");
        foreach (var line in await stage.Find("watcher")!.UnreadAsync()) seen.Once(MessageParser.Parse(line));
        foreach (var sender in Senders)
            foreach (var line in await stage.Find(sender)!.UnreadAsync()) seen.Same(MessageParser.Parse(line));
        await stage.ForgetAsync();
    }

    /// <summary>Every account sends everything once more, in order; faults that are left use themselves up.</summary>
    private static async Task FinishAsync(Stage stage, Seen seen)
    {
        foreach (var who in (int[])[0, 2])
            foreach (var place in Places)
                for (var what = 0; what < Messages; what++)
                {
                    var client = stage.Find(Senders[who])!;
                    for (var tries = 0; ; tries++)
                    {
                        Assert.True(tries < 100, "It is never stored");
                        await client.SendAsync("@label=last;" + Line(who, what, place)[1..]);
                        var answer = (await client.UnreadAsync()).Select(MessageParser.Parse).First(m => m.Tags[TagNames.Label] == "last");
                        await SendAsync(stage, [[], [], []], seen);
                        if (answer.Command == "PRIVMSG") break;
                        Assert.Contains("retry", answer.ToString(), StringComparison.Ordinal);
                    }
                }
    }

    private static string Line(int who, int what, string place) =>
        $"@teahouse.chat/id={Id(what)}{(what > 0 ? ";teahouse.chat/after=" + Id(what - 1) : "")} PRIVMSG {place} :{Senders[who].TrimEnd('2')} {what}";

    private static string Id(int what) => OnceId.Make(Begin, (UInt128)what).ToString();

    private static async Task JudgeAsync(MemoryMessageLog log)
    {
        foreach (var head in await log.ConversationsAsync(default, 100))
        {
            var stored = (await log.ReadAsync(head.Id, new LogRange(1, long.MaxValue, int.MaxValue))).Where(entry => entry.ClientKey is not null);
            foreach (var account in stored.GroupBy(entry => entry.ClientKey!.Account))
                Assert.Equal(Enumerable.Range(0, Messages).Select(Id), account.Select(entry => new OnceId(entry.ClientKey!.Id).ToString()));
        }
    }

    private sealed class Seen
    {
        private readonly Dictionary<string, string> _ids = [];
        private readonly Dictionary<string, long> _last = [];

        /// <summary>By somebody who sends nothing: numbers rise, each comes once.</summary>
        public void Once(Message message)
        {
            if (!SequenceTag.TryParse(message.Tags[TagNames.Sequence], out var place)) return;
            var room = string.Create(CultureInfo.InvariantCulture, $"{message[0]} {place.Epoch}");
            Assert.True(place.Number > _last.GetValueOrDefault(room), $"{message} came again");
            _last[room] = place.Number;
        }

        /// <summary>A message's id always has the same msgid.</summary>
        public void Same(Message message)
        {
            if (message.Tags[TagNames.Id] is not { } id || message.Command != "PRIVMSG") return;
            var said = $"{message[0]} {message[1]} {id}";
            Assert.Equal(_ids.GetValueOrDefault(said, message.Tags[TagNames.MsgId]!), message.Tags[TagNames.MsgId]);
            _ids[said] = message.Tags[TagNames.MsgId]!;
        }
    }
}
