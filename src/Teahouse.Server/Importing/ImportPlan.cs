using System.Collections.Immutable;
using Teahouse.Core.Identity;
using Teahouse.Core.Importing;
using Teahouse.Core.Log;
using Teahouse.Protocol;
using Teahouse.Storage.Importing;

namespace Teahouse.Server.Importing;

/// <summary>Which room of there becomes which one here; made, with all its refusals, before anything is stored.</summary>
/// <param name="Renamed">Rooms that are called otherwise here.</param>
internal sealed record ImportPlan(ImmutableArray<PlannedRoom> Rooms, ImmutableArray<(string There, string Here)> Renamed)
{
    /// <param name="names">What the operator wants rooms to be called, by their names there.</param>
    /// <exception cref="ImportException">A room cannot be called so, or is there already.</exception>
    public static async Task<ImportPlan> MakeAsync(
        IEnumerable<StagedRoom> staged, IReadOnlyDictionary<string, string> names, IReadOnlySet<string> skipped, string kind, IMessageLog log, MsgIds ids, CancellationToken cancel)
    {
        var rooms = ImmutableArray.CreateBuilder<PlannedRoom>();
        var renamed = ImmutableArray.CreateBuilder<(string, string)>();
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        var all = staged.ToList();
        foreach (var unknown in names.Keys.Concat(skipped).Where(name => !all.Exists(room => IsCalled(room, name))))
            throw new ImportException($"导出里没有叫“{unknown}”的房间。", $"The export has no room {unknown}.");
        foreach (var room in all.Where(room => room.Count > 0 && !skipped.Any(name => IsCalled(room, name))))
        {
            var source = room.Room.Source;
            var wanted = names.FirstOrDefault(pair => IsCalled(room, pair.Key)).Value;
            if (!ChannelName.TryParse(wanted ?? ImportedNames.RoomOf(source), out var name))
                throw new ImportException($"房间“{source}”在这里不能叫这个名字：用 --room {source}=#名字 指定。", $"The room {source} cannot be called so here: name it with --room {source}=#NAME.");
            if (!taken.TryAdd(Core.Names.NameRules.Fold(name.Value), source))
                throw new ImportException(
                    $"房间“{source}”和“{taken[Core.Names.NameRules.Fold(name.Value)]}”都会叫 {name.Value}：用 --room {source}=#名字 指定另一个。",
                    $"The rooms {source} and {taken[Core.Names.NameRules.Fold(name.Value)]} would both be {name.Value}: name one with --room {source}=#NAME.");
            var import = new RoomImport(log, ids, name, kind);
            await import.LookAsync(cancel);
            // What was said before is not put in between: numbers are given once.
            if (import.IsForeign && import.LastTime > room.First)
                throw new ImportException(
                    $"{name.Value} 里已经有更晚的消息：用 --room {source}=#名字 导入到别的房间，或用 --skip {source} 跳过。",
                    $"{name.Value} has later messages already: bring it into another room with --room {source}=#NAME, or leave it out with --skip {source}.");
            if (name.Value != $"#{source.TrimStart('#')}") renamed.Add((source, name.Value));
            rooms.Add(new(room, name, import));
        }
        return new(rooms.DrainToImmutable(), renamed.DrainToImmutable());
    }

    private static bool IsCalled(StagedRoom room, string name) => room.Room.Source == name || room.Room.Source.TrimStart('#') == name.TrimStart('#');
}

internal sealed record PlannedRoom(StagedRoom Staged, ChannelName Name, RoomImport Import);
