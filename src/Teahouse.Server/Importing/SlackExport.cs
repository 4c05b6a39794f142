using System.Globalization;
using System.Text.Json;
using Teahouse.Core.Importing;

namespace Teahouse.Server.Importing;

/// <summary>
/// What Slack exports of a workspace: <c>channels.json</c>, <c>users.json</c>, and for each channel a folder with a file for each day.
/// https://slack.com/help/articles/220556107-How-to-read-Slack-data-exports
/// </summary>
internal sealed class SlackExport(bool withPrivate) : IImportSource
{
    private const string Channels = "channels.json";
    private const string Groups = "groups.json";

    /// <summary>What Slack itself says of comings and goings.</summary>
    private static readonly HashSet<string> Events = new(StringComparer.Ordinal)
    {
        "channel_join", "channel_leave", "group_join", "group_leave", "channel_topic", "group_topic", "channel_purpose", "group_purpose", "channel_name", "group_name",
        "channel_archive", "channel_unarchive", "group_archive", "group_unarchive", "pinned_item", "unpinned_item", "bot_add", "bot_remove", "tombstone", "channel_convert_to_private",
    };

    public string Kind => "slack";

    public void Read(ImportReading reading)
    {
        var files = reading.Archive.Files;
        if (files.Where(file => file.Last == Channels).MinBy(file => file.Name.Length) is not { } channels)
            throw new ImportException("这不是 Slack 导出：缺少 channels.json。", "This is no Slack export: channels.json is missing.");
        var root = channels.Folder;
        var people = new SlackPeople(files.FirstOrDefault(file => file.Name == root + "users.json") is { } users ? Rows(reading, users) : []);
        foreach (var channel in Rows(reading, channels)) ReadRoom(reading, root, channel, people, isPrivate: false);
        if (files.FirstOrDefault(file => file.Name == root + Groups) is { } groups)
            foreach (var group in Rows(reading, groups))
                if (withPrivate) ReadRoom(reading, root, group, people, isPrivate: true);
                else reading.LeaveOut("私有频道（用 --private 导入）", "private channels (--private takes them)");
        foreach (var direct in files.Where(file => file.Name == root + "dms.json" || file.Name == root + "mpims.json"))
            foreach (var _ in Rows(reading, direct)) reading.LeaveOut("私聊", "direct conversations");
    }

    private static IEnumerable<JsonElement> Rows(ImportReading reading, ImportFile file)
    {
        using var document = reading.ReadJson(file);
        if (document.RootElement.ValueKind != JsonValueKind.Array) throw Unknown(file);
        foreach (var row in document.RootElement.EnumerateArray()) yield return row.ValueKind == JsonValueKind.Object ? row : throw Unknown(file);
    }

    private void ReadRoom(ImportReading reading, string root, JsonElement channel, SlackPeople people, bool isPrivate)
    {
        var (id, name) = (channel.Text("id"), channel.Text("name"));
        if (name.Length == 0) throw new ImportException("有一个频道没有名字：这个版本的导出无法读取。", "A channel has no name: exports of this version cannot be read.");
        var topic = channel.Object("topic").Text("value");
        var room = reading.AddRoom(new(name, topic.Length > 0 ? topic : channel.Object("purpose").Text("value"), isPrivate));
        foreach (var day in reading.Archive.Files.Where(file => file.Folder == $"{root}{name}/" && file.Last.EndsWith(".json", StringComparison.Ordinal)))
            foreach (var message in Rows(reading, day)) ReadMessage(reading, room, day, id.Length > 0 ? id : name, message, people);
    }

    private void ReadMessage(ImportReading reading, long room, ImportFile file, string channel, JsonElement message, SlackPeople people)
    {
        if (Events.Contains(message.Text("subtype"))) return;
        var stamp = message.Text("ts");
        if (message.Text("type") != "message" || !TryTime(stamp, out var time)) throw Unknown(file);
        var answered = message.Text("thread_ts") is { Length: > 0 } thread && thread != stamp ? Id(channel, thread) : default;
        var kind = message.Text("subtype") == "me_message" ? ImportedKind.Action : ImportedKind.Message;
        reading.Add(room, file.Name, new(Id(channel, stamp), time, kind, people.AuthorOf(message), SlackText.Of(message, people), answered));
        foreach (var reaction in message.List("reactions"))
            foreach (var user in reaction.List("users").Where(user => user.ValueKind == JsonValueKind.String).Select(user => user.GetString()!))
                reading.Add(room, file.Name, new(
                    ImportId.Of(Kind, channel, stamp, reaction.Text("name"), user), time, ImportedKind.Reaction, people.NameOf(user), $":{reaction.Text("name")}:", Id(channel, stamp)));
    }

    private UInt128 Id(string channel, string stamp) => ImportId.Of(Kind, channel, stamp);

    private static bool TryTime(string stamp, out long milliseconds)
    {
        milliseconds = 0;
        if (!decimal.TryParse(stamp, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > 1e11m) return false;
        milliseconds = (long)(seconds * 1000);
        return true;
    }

    private static ImportException Unknown(ImportFile file) => new(
        $"{file.Name} 的格式不认识：可能是别的版本的 Slack 导出。", $"{file.Name} is not as Slack writes it: it may be of a version that is not known here.");
}
