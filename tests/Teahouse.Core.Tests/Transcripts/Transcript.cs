using System.Globalization;
using Teahouse.Core.Hosting;
using Teahouse.Core.Log;

namespace Teahouse.Core.Tests.Transcripts;

/// <summary>
/// Runs a conversation written down as text, one step a line:
/// <c>account ann</c>, <c>guest gus</c>: an account there is; <c>ann opens</c>: a connection, nothing more (<c>ann opens showing FINGERPRINT</c>: with a client certificate);
/// <c>ann connects from 198.51.100.7</c>, <c>ann connects as ann with sasl batch</c>, <c>ann joins #tea with echo-message</c>: registered, and all that was said forgotten;
/// <c>ann &gt; LINE</c> sends (several lines at once with ¶ between); <c>ann &lt; PATTERN</c> is the next line (<see cref="LinePattern"/>), <c>ann &lt; none</c>: there is no more,
/// <c>ann &lt;&lt; PATTERN</c>: whatever comes before it, it comes; <c>ann &lt; ...</c>: the rest does not matter; <c>ann ~ PATTERN</c> is one of those to come, in whatever order; <c>ann drops</c>: the connection breaks; <c>ann ends</c>: the server closed it;
/// <c>time 10m</c> passes; <c>clear</c>: what nobody read is forgotten. Who was read once must have been read to the end.
/// </summary>
internal sealed class Transcript
{
    private readonly Stage _stage;
    private readonly Dictionary<string, string> _known = [];

    private Transcript(Stage stage) => _stage = stage;

    public static async Task RunAsync(string text, ServerOptions? options = null, IMessageLog? log = null)
    {
        await using var stage = await Stage.OpenAsync(options, log);
        await RunAsync(stage, text);
        Assert.Empty(stage.Faults);
    }

    public static async Task RunAsync(Stage stage, string text)
    {
        var transcript = new Transcript(stage);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Trim() is not { Length: > 0 } step || step.StartsWith("//", StringComparison.Ordinal)) continue;
            try
            {
                await transcript.StepAsync(step);
            }
            catch (Exception fault)
            {
                throw new TranscriptException($"Line {number}: {step}\n{fault.Message}\n{string.Join('\n', stage.Faults)}", fault);
            }
        }
        foreach (var client in stage.Clients.Where(c => c.Examined))
            Assert.True((await client.UnreadAsync()).Count == 0, $"{client.Name} heard more: {string.Join(" | ", await client.UnreadAsync())}");
    }

    private async Task StepAsync(string step)
    {
        var words = step.Split(' ', 3);
        var rest = words.Length > 2 ? words[2] : "";
        switch (words)
        {
            case ["account" or "guest", var account]:
                await _stage.MakeAccountAsync(account, words[0] == "guest");
                break;
            case ["time", var span, ..]:
                await _stage.PassAsync(Span(span));
                break;
            case ["clear"]:
                await _stage.ForgetAsync();
                break;
            case [var name, "opens", ..]:
                // opens [showing FINGERPRINT] [from ADDRESS]
                _stage.Open(name, certificate: After(rest, "showing"), address: After(rest, "from") ?? WireClient.Home);
                break;
            case [var name, "connects", ..]:
                await ConnectAsync(name, rest);
                break;
            case [var name, "joins", ..]:
                await JoinAsync(name, rest);
                break;
            case [var name, "drops", ..]:
                await Client(name).DropAsync();
                break;
            case [var name, "ends", ..]:
                await Client(name).Serving.WaitAsync(WireClient.Patience);
                break;
            case [var name, ">", ..]:
                await Client(name).SendAsync(LinePattern.Fill(rest, _known).Replace("¶", "\r\n", StringComparison.Ordinal));
                await Client(name).CatchUpAsync();
                break;
            case [var name, "~", ..]:
                Assert.True(await Client(name).TakeAsync(line => LinePattern.Matches(rest, line, _known)), "There was no such line");
                break;
            case [var name, "<<", ..]:
                string? next;
                do next = await Client(name).NextAsync();
                while (next is not null && !LinePattern.Matches(rest, next, _known));
                Assert.True(next is not null, "There was no such line");
                break;
            case [var name, "<", ..]:
                await ExpectAsync(Client(name), rest);
                break;
            default:
                throw new FormatException("No such step");
        }
    }

    private static string? After(string text, string word) =>
        text.Split(' ') is var words && Array.IndexOf(words, word) is >= 0 and var at ? words[at + 1] : null;

    private async Task ConnectAsync(string name, string how)
    {
        var (transport, account, capabilities, address) = (Transport.Tcp, (string?)null, "", WireClient.Home);
        var words = how.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "as") account = words[++i];
            else if (words[i] == "from") address = words[++i];
            else if (words[i] == "by" && words[i + 1] == "web") (transport, i) = (Transport.WebSocket, i + 1);
            else if (words[i] == "with") (capabilities, i) = (string.Join(' ', words[(i + 1)..]), words.Length);
            else throw new FormatException($"connects [by web] [from ADDRESS] [as ACCOUNT] [with CAPABILITIES], not {words[i]}");
        }
        await _stage.ConnectAsync(name, account, capabilities, transport, address: address);
        await _stage.ForgetAsync();
    }

    private async Task JoinAsync(string name, string how)
    {
        var words = how.Split(' ', 2);
        if (_stage.Find(name) is null) await ConnectAsync(name, words.Length > 1 ? words[1] : "");
        await Client(name).SendAsync("JOIN " + words[0]);
        await Client(name).CatchUpAsync();
        var said = await Client(name).UnreadAsync();
        Assert.True(said.Exists(line => line.Contains(" 366 ", StringComparison.Ordinal)), $"{name} could not join: {string.Join(" | ", said)}");
        await _stage.ForgetAsync();
    }

    private async Task ExpectAsync(WireClient client, string pattern)
    {
        client.Examined = true;
        if (pattern == "...")
        {
            await client.ForgetAsync();
            return;
        }
        if (pattern == "none")
        {
            Assert.Empty(await client.UnreadAsync());
            return;
        }
        var line = await client.NextAsync();
        Assert.True(line is not null, "There was no such line");
        Assert.True(LinePattern.Matches(pattern, line!, _known), $"It was: {line}\nand then: {string.Join(" | ", await client.UnreadAsync())}");
    }

    private WireClient Client(string name) => _stage.Find(name) ?? throw new FormatException($"{name} is not here");

    private static TimeSpan Span(string text)
    {
        var number = int.Parse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture);
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => throw new FormatException("A time is a number and s, m or h"),
        };
    }
}

/// <summary>A transcript that did not come true, with the line and what came instead.</summary>
internal sealed class TranscriptException(string message, Exception inner) : Exception(message, inner);
