using System.Text.Json;
using Teahouse.Core.Importing;

namespace Teahouse.Server.Importing;

/// <summary>
/// What <c>mmctl export create</c> makes: one JSON object per line, the first of which says the version.
/// https://docs.mattermost.com/administration-guide/onboard/bulk-loading-data.html
/// </summary>
internal sealed class MattermostExport(bool withPrivate) : IImportSource
{
    private const int Version = 1;

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal) { "info", "scheme", "role", "team", "user", "bot", "emoji" };

    private readonly Dictionary<(string Team, string Channel), (long Room, bool IsPrivate)> _rooms = [];
    private readonly HashSet<string> _teams = new(StringComparer.Ordinal);

    public string Kind => "mattermost";

    public void Read(ImportReading reading)
    {
        var files = reading.Archive.Files.Where(file => file.Last.EndsWith(".jsonl", StringComparison.Ordinal)).ToList();
        if (files.Count != 1)
            throw new ImportException("这不是 Mattermost 导出：应有且只有一个 .jsonl 文件。", "This is no Mattermost export: it has one file that ends in .jsonl, and no more.");
        var number = 0;
        foreach (var line in reading.ReadLines(files[0]))
        {
            number++;
            if (line.AsSpan().Trim().IsEmpty) continue;
            using var row = Parse(files[0], number, line);
            ReadRow(reading, files[0], number, row.RootElement);
        }
        if (number == 0) throw NoVersion(files[0]);
    }

    private void ReadRow(ImportReading reading, ImportFile file, int number, JsonElement row)
    {
        var type = row.Text("type");
        if (number == 1 && type != "version") throw NoVersion(file);
        switch (type)
        {
            case "version":
                if (row.Number("version") is not Version and var version)
                    throw new ImportException($"不认识 Mattermost 导出版本 {version}；这里能读版本 {Version}。", $"Version {version} of Mattermost's export is not known here; version {Version} is.");
                break;
            case "channel":
                AddRoom(reading, row.Object("channel"));
                break;
            case "post":
                ReadPost(reading, file, row.Object("post"));
                break;
            case "direct_channel" or "direct_post":
                reading.LeaveOut("私聊", "direct conversations");
                break;
            case not null when Others.Contains(type):
                break;
            default:
                throw new ImportException($"{file.Name} 第 {number} 行的类型“{type}”不认识。", $"{file.Name}, line {number}: lines of the type \"{type}\" are not known here.");
        }
    }

    private void AddRoom(ImportReading reading, JsonElement channel)
    {
        var (team, name) = (channel.Text("team"), channel.Text("name"));
        var isPrivate = channel.Text("type") == "P";
        _teams.Add(team);
        if (isPrivate && !withPrivate) reading.LeaveOut("私有频道（用 --private 导入）", "private channels (--private takes them)");
        var topic = channel.Text("header") is { Length: > 0 } header ? header : channel.Text("purpose");
        // Names are unique in a team only.
        var source = _teams.Count > 1 && _rooms.Keys.Any(key => key.Channel == name && key.Team != team) ? $"{team}-{name}" : name;
        _rooms[(team, name)] = (isPrivate && !withPrivate ? 0 : reading.AddRoom(new(source, topic, isPrivate)), isPrivate);
    }

    private void ReadPost(ImportReading reading, ImportFile file, JsonElement post)
    {
        var (team, channel) = (post.Text("team"), post.Text("channel"));
        if (!_rooms.TryGetValue((team, channel), out var room))
            throw new ImportException($"{file.Name} 有一条消息属于没有列出的频道“{channel}”。", $"{file.Name} has a message of a channel that it does not list: {channel}");
        if (room.Room == 0 || post.Text("type").StartsWith("system_", StringComparison.Ordinal)) return;
        var id = ReadOne(reading, file, room.Room, $"{team}/{channel}", post, default);
        foreach (var reply in post.List("replies")) ReadOne(reading, file, room.Room, $"{team}/{channel}", reply, id);
    }

    private UInt128 ReadOne(ImportReading reading, ImportFile file, long room, string channel, JsonElement post, UInt128 answered)
    {
        var (user, text, time) = (post.Text("user"), post.Text("message"), post.Number("create_at"));
        var id = ImportId.Of(Kind, channel, user, $"{time}", text);
        foreach (var attachment in post.List("attachments")) text += $"\n📎 {attachment.Text("path")}";
        reading.Add(room, file.Name, new(id, time, post.Text("type") == "me" ? ImportedKind.Action : ImportedKind.Message, user, text, answered));
        foreach (var reaction in post.List("reactions"))
            reading.Add(room, file.Name, new(
                ImportId.Of(Kind, $"{id:x32}", reaction.Text("user"), reaction.Text("emoji_name")), Math.Max(time, reaction.Number("create_at")), ImportedKind.Reaction,
                reaction.Text("user"), $":{reaction.Text("emoji_name")}:", id));
        return id;
    }

    private static JsonDocument Parse(ImportFile file, int number, string line)
    {
        try
        {
            var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
        }
        catch (JsonException)
        {
            // Said below.
        }
        throw new ImportException($"{file.Name} 第 {number} 行不是完整的 JSON。", $"{file.Name}, line {number} is no whole JSON.");
    }

    private static ImportException NoVersion(ImportFile file) => new(
        $"{file.Name} 的第一行没有说明版本：这不是 Mattermost 导出。", $"The first line of {file.Name} does not say its version: this is no Mattermost export.");
}
