using System.IO.Compression;
using System.Text;
using Teahouse.Server.Importing;

namespace Teahouse.Server.Tests.Importing;

/// <summary>Exports that are broken, of another version, or made to do harm.</summary>
public sealed class RefusedImportTests
{
    private static readonly SlackExport Slack = new(withPrivate: false);
    private static readonly MattermostExport Mattermost = new(withPrivate: false);

    [Theory]
    [InlineData("users.json", "[]", "This is no Slack export: channels.json is missing.")]
    [InlineData("channels.json", "[{\"name\":", "channels.json is no whole JSON: ")]
    [InlineData("channels.json", "{\"version\": 7}", "channels.json is not as Slack writes it: ")]
    [InlineData("channels.json", "[{\"id\":\"C1\"}]", "A channel has no name: ")]
    public async Task What_is_not_as_Slack_writes_it_is_refused(string file, string text, string sentence)
    {
        await using var scene = await ImportScene.OpenAsync();
        scene.Write(file, text);
        Assert.StartsWith(sentence, await scene.RefusalAsync(Slack), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"type\":\"message\",\"user\":\"U1\",\"text\":\"good\",\"ts\":\"1700000001.0\"}, {\"type\":\"message\",\"ts\":\"yesterday\"}]", "is not as Slack writes it")]
    [InlineData("[{\"type\":\"message\",\"user\":\"U1\",\"text\":\"good\",\"ts\":\"1700000001.0\"}, {\"type\":\"message\",\"user\":\"U1\",\"text\":\"of 2099\",\"ts\":\"4080000000.0\"}]", "of a time that cannot be")]
    public async Task A_bad_message_behind_good_ones_leaves_none_of_them(string day, string sentence)
    {
        await using var scene = await ImportScene.OpenAsync();
        scene.Write("channels.json", "[{\"id\":\"C1\",\"name\":\"general\"}]");
        scene.Write("general/2023-11-14.json", day);
        Assert.Contains(sentence, await scene.RefusalAsync(Slack), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"type\":\"version\",\"version\":2}", "Version 2 of Mattermost's export is not known here; version 1 is.")]
    [InlineData("{\"type\":\"team\"}", "The first line of import.jsonl does not say its version: this is no Mattermost export.")]
    [InlineData("", "The first line of import.jsonl does not say its version: this is no Mattermost export.")]
    [InlineData("{\"type\":\"version\",\"version\":1}\n{\"type\":\"wormhole\"}", "import.jsonl, line 2: lines of the type \"wormhole\" are not known here.")]
    [InlineData("{\"type\":\"version\",\"version\":1}\n{\"type\":", "import.jsonl, line 2 is no whole JSON.")]
    [InlineData("{\"type\":\"version\",\"version\":1}\n{\"type\":\"post\",\"post\":{\"channel\":\"x\"}}", "import.jsonl has a message of a channel that it does not list: x")]
    public async Task What_is_not_as_Mattermost_writes_it_is_refused(string text, string sentence)
    {
        await using var scene = await ImportScene.OpenAsync();
        scene.Write("import.jsonl", text);
        Assert.Equal(sentence, await scene.RefusalAsync(Mattermost));
    }

    [Fact]
    public async Task A_log_of_another_program_and_one_without_a_day_are_refused()
    {
        await using var scene = await ImportScene.OpenAsync();
        var irssi = new ChatLogs(new IrssiLogs(new(TimeZoneInfo.Utc)));
        Assert.StartsWith("There are no logs of channels as irssi keeps them", await scene.RefusalAsync(irssi), StringComparison.Ordinal);
        scene.Write("#tea.log", "[2024-01-02T12:34:56.000Z] <ann> hello\n");
        Assert.StartsWith("#tea.log is not written as irssi does by itself", await scene.RefusalAsync(irssi), StringComparison.Ordinal);
        scene.Write("#tea.log", "12:34 <ann> hello\n");
        Assert.StartsWith("#tea.log does not say of which day its lines are", await scene.RefusalAsync(irssi), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_that_is_cut_off_or_that_explodes_is_refused()
    {
        await using var scene = await ImportScene.OpenAsync();
        scene.Write("channels.json", "[{\"id\":\"C1\",\"name\":\"general\"}]");
        scene.Write("general/2023-11-14.json", "[" + new string(' ', 3_000_000) + "]");
        var zip = scene.Zip();
        var tight = new ImportLimits { UnpackedBytes = 1_000_000, UnpackedRatio = 10 };
        Assert.Equal("This archive becomes larger than any honest export does: it is refused.", await scene.RefusalAsync(Slack, zip, tight));
        Assert.Equal("general/2023-11-14.json is too large to be imported.", await scene.RefusalAsync(Slack, zip, new() { WholeFileBytes = 1_000_000 }));
        Assert.Equal("There are too many files (more than 1).", await scene.RefusalAsync(Slack, zip, new() { Files = 1 }));
        await using (var file = File.OpenWrite(zip)) file.SetLength(file.Length / 2);
        Assert.Contains("is no whole zip archive", await scene.RefusalAsync(Slack, zip), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_rooms_people_messages_and_too_long_a_line_are_refused()
    {
        await using var scene = await ImportScene.OpenAsync();
        var lounge = new ChatLogs(new LoungeLogs());
        scene.Write("#one.log", "[2024-01-02T12:34:56.000Z] <ann> hello\n[2024-01-02T12:34:57.000Z] <bob> hello\n");
        scene.Write("#two.log", "[2024-01-02T12:34:56.000Z] <ann> hello\n");
        Assert.StartsWith("There are too many rooms", await scene.RefusalAsync(lounge, limits: new() { Rooms = 1 }), StringComparison.Ordinal);
        Assert.StartsWith("There are too many people", await scene.RefusalAsync(lounge, limits: new() { Authors = 1 }), StringComparison.Ordinal);
        Assert.StartsWith("There are too many messages", await scene.RefusalAsync(lounge, limits: new() { Messages = 2 }), StringComparison.Ordinal);
        Assert.Equal("#one.log has a line that is too long.", await scene.RefusalAsync(lounge, limits: new() { LineBytes = 20 }));
    }

    [Fact]
    public async Task Names_with_ways_out_of_the_archive_are_only_names_and_hostile_text_stays_text()
    {
        await using var scene = await ImportScene.OpenAsync();
        var zip = scene.Zip();
        await using (var file = File.Create(zip))
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Add(archive, "../../../escaped.json", "[]");
            Add(archive, "channels.json", "[{\"id\":\"C1\",\"name\":\"../../etc\"}]");
            Add(archive, "../../etc/2023-11-14.json", "[{\"type\":\"message\",\"username\":\"root\\u202e\\r\\nQUIT\",\"text\":\"a\\u0000b\\rPRIVMSG #x :y\\ud800\",\"ts\":\"1700000001.0\"}]");
        }
        var outcome = await scene.ImportAsync(Slack, zip);
        Assert.Equal([new("#../../etc", 1, 0, 0)], outcome.Rooms);
        var nick = Assert.Single(outcome.Nicks).Here;
        Assert.DoesNotContain(' ', nick);
        Assert.DoesNotContain('\u202e', nick);
        Assert.False(File.Exists(Path.Combine(scene.Export, "../../../escaped.json")));
        Assert.Contains(await scene.HistoryAsync("#../../etc"), line => line.Contains("PRIVMSG #x :y", StringComparison.Ordinal) || line.EndsWith("ab", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rooms_that_would_be_one_owners_that_are_not_there_and_unknown_rooms_are_refused()
    {
        await using var scene = await ImportScene.OpenAsync();
        scene.Write("#one.log", "[2024-01-02T12:34:56.000Z] <ann> hello\n");
        scene.Write("#two.log", "[2024-01-02T12:34:56.000Z] <ann> hello\n");
        var lounge = new ChatLogs(new LoungeLogs());
        Assert.StartsWith("The rooms #two and #one would both be #ONE", await scene.RefusalAsync(lounge, names: [("#two", "#ONE")]), StringComparison.Ordinal);
        Assert.Equal("There is no account cat.", await scene.RefusalAsync(lounge, owner: "cat"));
        Assert.StartsWith("There is no operator yet", await scene.RefusalAsync(lounge, owner: null), StringComparison.Ordinal);
        Assert.Equal("The export has no room three.", await scene.RefusalAsync(lounge, names: [("three", "#three")]));
        Assert.StartsWith("There is no such file or folder", await scene.RefusalAsync(lounge, "/nowhere/at-all"), StringComparison.Ordinal);
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
