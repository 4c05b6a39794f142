using System.Text.RegularExpressions;
using Teahouse.Core.Commands;
using Teahouse.Core.Sessions;

namespace Teahouse.Core.Tests.Documents;

public sealed partial class SpecificationsTests
{
    /// <summary>What the project promises to offer.</summary>
    private static readonly string[] Promised =
    [
        "account-notify", "account-tag", "away-notify", "batch", "cap-notify", "chghost", "draft/account-registration", "draft/channel-rename", "draft/chathistory", "draft/event-playback",
        "draft/extended-isupport", "draft/message-redaction", "draft/metadata-2", "draft/multiline", "draft/oper-tag", "draft/pre-away", "draft/read-marker", "echo-message",
        "extended-join", "extended-monitor", "invite-notify", "labeled-response", "message-tags", "multi-prefix", "no-implicit-names", "sasl", "server-time", "setname",
        "soju.im/search", "standard-replies", "sts", "teahouse.chat/once", "teahouse.chat/seq", "userhost-in-names",
    ];

    internal static string Root { get; } = FindRoot();

    [Fact]
    public void The_page_is_what_the_tables_say()
    {
        var file = Path.Combine(Root, "docs", "specs-supported.md");
        // TEAHOUSE_WRITE_DOCS=1 writes it anew.
        if (Environment.GetEnvironmentVariable("TEAHOUSE_WRITE_DOCS") == "1") File.WriteAllText(file, SpecificationsPage.Write());
        Assert.Equal(SpecificationsPage.Write(), File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_promised_capability_is_in_the_table() =>
        Assert.Empty(Promised.Except(CapabilityTable.Rows.Select(row => row.Name)));

    [Fact]
    public void Every_row_has_its_specification_and_nothing_else_has()
    {
        Assert.Equal(CapabilityTable.Rows.Select(row => row.Name).Order(StringComparer.Ordinal), Specifications.OfCapabilities.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(CommandTable.All.Select(command => command.Name).Order(StringComparer.Ordinal), Specifications.CommandNames.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_link_to_a_page_of_the_project_leads_somewhere() => Assert.All(
        Specifications.OfCapabilities.Values.Concat(CommandTable.All.Select(command => Specifications.OfCommand(command.Name)!)).Where(link => !link.StartsWith("https://", StringComparison.Ordinal)),
        link => Assert.True(File.Exists(Path.Combine(Root, "docs", link.Split('#')[0])), link));

    [Fact]
    public void Every_command_is_sent_in_some_transcript()
    {
        var sent = Transcripts().SelectMany(text => Sent().Matches(text)).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Empty(CommandTable.All.Select(command => command.Name).Except(sent));
    }

    [Fact]
    public void Every_capability_is_asked_for_in_some_transcript()
    {
        var asked = Transcripts().SelectMany(text => Asked().Matches(text)).SelectMany(match => Words().Matches(match.Groups[1].Value)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(CapabilityTable.Rows.Select(row => row.Name).Except(asked));
    }

    private static IEnumerable<string> Transcripts() =>
        Directory.EnumerateFiles(Path.Combine(Root, "tests", "Teahouse.Core.Tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Teahouse.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    /// <summary>A step that sends a line; several lines have ¶ between them.</summary>
    [GeneratedRegex(@"(?:^\s*\w+ > |¶)(?:@\S+ )?([A-Za-z]+)\b", RegexOptions.Multiline)]
    private static partial Regex Sent();

    [GeneratedRegex(@"(?:joins .*with|connects .*with|CAP REQ|InlineData\(|ConnectAsync\(.*?""\w*"",) ?([^\n]*)")]
    private static partial Regex Asked();

    [GeneratedRegex(@"[a-z0-9./-]+")]
    private static partial Regex Words();
}
