using System.Text;
using System.Text.RegularExpressions;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Documents;

/// <summary>
/// The examples of docs/extensions are run. A comment that begins with <c>scene</c> opens a new server and says in the language of <see cref="Transcript"/>
/// what has happened before; one that begins with <c>then</c> says what happens between two examples. In an example <c>C:</c> and <c>S:</c> are what ann
/// says and hears, <c>C(bob):</c> and <c>S(bob):</c> what bob does. Four characters before <c>…</c> stand for the same thing everywhere; <c>…</c> alone for anything.
/// </summary>
public sealed partial class ExtensionExamplesTests
{
    [Theory]
    [InlineData("once.md", 2)]
    [InlineData("seq.md", 4)]
    [InlineData("mention.md", 1)]
    [InlineData("answer.md", 1)]
    [InlineData("guest.md", 1)]
    public async Task Every_example_comes_true(string page, int scenes)
    {
        var transcripts = Transcripts(File.ReadAllText(Path.Combine(SpecificationsTests.Root, "docs", "extensions", page)));
        Assert.Equal(scenes, transcripts.Count);
        var options = Stage.Options with { Limits = Stage.Options.Limits with { PingSeconds = 0 } };
        foreach (var transcript in transcripts) await Transcript.RunAsync(transcript, options);
    }

    [Fact]
    public Task An_example_that_is_not_true_is_found() => Assert.ThrowsAnyAsync<Exception>(() => Transcript.RunAsync(Assert.Single(Transcripts(
        """
        <!-- scene
        ann joins #tea
        -->
        ```
        C: PING hello
        S: :tea.example PONG tea.example :goodbye
        ```
        """))));

    private static List<string> Transcripts(string page)
    {
        List<string> transcripts = [];
        var current = new StringBuilder();
        foreach (Match part in Parts().Matches(page.ReplaceLineEndings("\n")))
        {
            if (part.Groups["steps"].Success)
            {
                if (part.Groups["kind"].Value == "scene" && current.Length > 0)
                {
                    transcripts.Add(current.ToString());
                    current.Clear();
                }
                current.Append(part.Groups["steps"].Value).Append('\n');
                continue;
            }
            Assert.True(current.Length > 0, "An example has a scene before it");
            foreach (var line in part.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)) current.Append(Step(line)).Append('\n');
        }
        transcripts.Add(current.ToString());
        return transcripts;
    }

    private static string Step(string line)
    {
        var said = Line().Match(line);
        Assert.True(said.Success, $"Neither said nor heard: {line}");
        var name = said.Groups["name"] is { Success: true } other ? other.Value : "ann";
        var text = Same().Replace(said.Groups["text"].Value, "$$v$1").Replace("…", "*", StringComparison.Ordinal);
        return $"{name} {(said.Groups["side"].Value == "C" ? ">" : "<")} {text}";
    }

    /// <summary>A comment with steps, or an example.</summary>
    [GeneratedRegex(@"<!-- (?<kind>scene|then)\n(?<steps>.*?)\n-->|^```\n(?<lines>.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(?<side>[CS])(?:\((?<name>\w+)\))?: (?<text>.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"\b(\w{4})…")]
    private static partial Regex Same();
}
