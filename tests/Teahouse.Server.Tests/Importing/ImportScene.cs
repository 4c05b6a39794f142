using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Teahouse.Core.Log;
using Teahouse.Server.Admin;
using Teahouse.Server.Importing;
using Teahouse.Server.Tests.Admin;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Importing;

/// <summary>A server with the account ann that stops for imports, and an export that the test writes.</summary>
internal sealed partial class ImportScene : IAsyncDisposable
{
    private readonly TempFolder _export = new();
    private TestServer _server;

    private ImportScene(TestServer server) => _server = server;

    public string Export => _export.Path;

    public TestServer Server => _server;

    public static async Task<ImportScene> OpenAsync()
    {
        var server = await TestServer.StartAsync("[[listen]]\naddress = \"127.0.0.1:0\"\n");
        await AdminRequests.SendAsync(server, new(AdminCommands.Add, "ann", "anns password"));
        return new(server);
    }

    public void Write(string name, string text) => _export.Write(name, text);

    /// <summary>The export as a zip beside it.</summary>
    public string Zip()
    {
        var zip = _export.Path + ".zip";
        File.Delete(zip);
        ZipFile.CreateFromDirectory(_export.Path, zip);
        return zip;
    }

    public async Task<ImportOutcome> ImportAsync(
        IImportSource source, string? path = null, ImportLimits? limits = null, string? owner = "ann", string[]? skipped = null, bool onlyLook = false, params (string, string)[] names)
    {
        await _server.StopAsync();
        var run = new ImportRun(_server.Store, _server.Configuration.Engine, TimeProvider.System, new ImportProgress(TextWriter.Null, false, false)) { Limits = limits ?? new() };
        return await run.RunAsync(
            new(source, path ?? _export.Path, owner, names.ToDictionary(pair => pair.Item1, pair => pair.Item2), (skipped ?? []).ToHashSet(), onlyLook), TestContext.Current.CancellationToken);
    }

    /// <summary>Why nothing was imported; nothing was.</summary>
    public async Task<string> RefusalAsync(IImportSource source, string? path = null, ImportLimits? limits = null, string? owner = "ann", params (string, string)[] names)
    {
        await _server.StopAsync();
        var before = await RoomsAsync();
        var refusal = await Assert.ThrowsAsync<ImportException>(() => ImportAsync(source, path, limits, owner, names: names));
        Assert.Equal(before, await RoomsAsync());
        Assert.Empty(Directory.EnumerateFiles(_server.Configuration.DataFolder, "import*"));
        Assert.NotEmpty(refusal.Sentence.Chinese);
        return refusal.Sentence.English;
    }

    /// <summary>What ann reads in the room after the next start: time, nick and text of each message, and of reactions what they show.</summary>
    public async Task<List<string>> HistoryAsync(string room)
    {
        _server = await _server.RestartAsync();
        await using var ann = await _server.ConnectAsync();
        await ann.SendAsync("CAP REQ :message-tags server-time batch draft/chathistory echo-message draft/event-playback", "CAP END", "PASS :ann:anns password");
        await ann.RegisterAsync("ann");
        await ann.SendAsync($"JOIN {room}", $"CHATHISTORY LATEST {room} * 100", "PING :done");
        List<string> read = [];
        while (await ann.ReadUntilAsync("") is { } line && !line.EndsWith(":done", StringComparison.Ordinal))
            if (Line().Match(line) is { Success: true } match) read.Add($"{match.Groups["time"].Value} {match.Groups["nick"].Value} {match.Groups["text"].Value}{Reaction().Match(line).Groups[1].Value}".TrimEnd());
        return read;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _export.Dispose();
        File.Delete(_export.Path + ".zip");
    }

    private async Task<ImmutableArray<(string, long)>> RoomsAsync() => [.. (await _server.Store.Log.ChannelsAsync()).Select(head => (head.Key.A, head.LastSequence))];

    [GeneratedRegex("time=(?<time>[^; ]+)[^ ]* :(?<nick>[^!]+)!(slack|mattermost|irssi|znc|thelounge)@import (PRIVMSG|NOTICE|TAGMSG) #[^ ]+( :?(?<text>.*))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@"\+draft/react=([^; ]+)")]
    private static partial Regex Reaction();
}
