using System.Globalization;

namespace Teahouse.Server.Importing;

/// <summary>What came of an import, for the person who asked.</summary>
internal static class ImportReport
{
    /// <summary>Of people and rooms with another name, these many by name.</summary>
    private const int MostNamed = 50;

    public static IEnumerable<string> Write(ImportOutcome outcome, bool onlyLook, bool chinese)
    {
        foreach (var room in outcome.Rooms) yield return Room(room, chinese);
        foreach (var line in Names(outcome.Renamed, new("房间改名", "Rooms with another name"), chinese)) yield return line;
        foreach (var line in Names(outcome.Nicks, new("昵称改写", "People with another name"), chinese)) yield return line;
        foreach (var (what, count) in outcome.LeftOut) yield return chinese ? $"未导入：{what.Chinese}（{count}）" : $"Left out: {what.English} ({count})";
        if (outcome.Empty > 0) yield return chinese ? $"没有消息的房间：{outcome.Empty}" : $"Rooms without a message: {outcome.Empty}";
        var added = outcome.Rooms.Sum(room => room.Added).ToString(CultureInfo.InvariantCulture);
        var rooms = outcome.Rooms.Length.ToString(CultureInfo.InvariantCulture);
        if (onlyLook) yield return chinese ? $"这只是查看：会导入 {rooms} 个房间的 {added} 条消息。" : $"Only looked: {added} messages would come into {rooms} rooms.";
        else yield return chinese ? $"已导入 {added} 条消息，共 {rooms} 个房间。" : $"Imported {added} messages into {rooms} rooms.";
    }

    private static string Room(ImportedCount room, bool chinese)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{room.Room}: +{room.Added}");
        if (room.Known > 0) line += chinese ? $"，已有 {room.Known}" : string.Create(CultureInfo.InvariantCulture, $", {room.Known} were there");
        if (room.Late > 0) line += chinese ? $"，{room.Late} 条早于房间里已有的消息，未导入" : string.Create(CultureInfo.InvariantCulture, $", {room.Late} left out: something later is there already");
        return line;
    }

    private static IEnumerable<string> Names(IReadOnlyList<(string There, string Here)> names, Sentence what, bool chinese)
    {
        if (names.Count == 0) yield break;
        yield return $"{what.In(chinese)}:";
        foreach (var (there, here) in names.Take(MostNamed)) yield return $"  {there} -> {here}";
        if (names.Count > MostNamed) yield return chinese ? $"  ……还有 {names.Count - MostNamed} 个" : string.Create(CultureInfo.InvariantCulture, $"  ... and {names.Count - MostNamed} more");
    }
}
