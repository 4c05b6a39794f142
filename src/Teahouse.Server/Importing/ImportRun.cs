using System.Collections.Immutable;
using System.Security.Cryptography;
using Teahouse.Core.Hosting;
using Teahouse.Core.Identity;
using Teahouse.Core.Importing;
using Teahouse.Server.Hosting;
using Teahouse.Storage.Importing;

namespace Teahouse.Server.Importing;

/// <summary>
/// An import from beginning to end: the export is read whole and put in order, then it is seen which rooms it makes, and only then is anything stored.
/// The data folder is this process's alone meanwhile.
/// </summary>
internal sealed class ImportRun(DataStore store, ServerOptions options, TimeProvider time, ImportProgress progress)
{
    private const int AtOnce = 200;

    public ImportLimits Limits { get; init; } = new();

    /// <exception cref="ImportException">Nothing was stored.</exception>
    /// <exception cref="ImportFailedException">The store took no more: what it took stays, and a second import goes on there.</exception>
    public async Task<ImportOutcome> RunAsync(ImportOrder order, CancellationToken cancel)
    {
        if (!options.History.Enabled) throw new ImportException("这台服务器不保留历史（[history] enabled = false），导入没有意义。", "This server keeps no history ([history] enabled = false): there is nowhere to import to.");
        var founder = await FounderAsync(order.Owner, cancel);
        using var archive = ImportArchive.Open(order.Path, Limits);
        using var stage = ImportStage.Create(store.Folder);
        progress.Begin(new("读取", "read"), archive.Bytes);
        var latest = time.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds();
        var reading = new ImportReading(archive, stage, Limits, new(options.Limits.MultilineBytes, options.Limits.MultilineLines), latest, progress, cancel);
        order.Source.Read(reading);
        stage.Sort();
        progress.End();

        using var random = RandomNumberGenerator.Create();
        using var ids = await MsgIds.LoadAsync(store.Secrets, random, cancel);
        var staged = stage.Rooms();
        var plan = await ImportPlan.MakeAsync(staged, order.Names, order.Skipped, order.Source.Kind, store.Log, ids, cancel);
        var names = new ImportedNames(options);
        progress.Begin(order.OnlyLook ? new("核对", "looked through") : new("写入", "stored"), plan.Rooms.Sum(room => room.Staged.Count));
        var rooms = ImmutableArray.CreateBuilder<ImportedCount>();
        foreach (var room in plan.Rooms) rooms.Add(await WriteAsync(stage, room, names, founder, order.OnlyLook, cancel));
        progress.End();
        return new(rooms.DrainToImmutable(), plan.Renamed, [.. names.Changed], [.. reading.LeftOut.Values], staged.Count(room => room.Count == 0));
    }

    private async Task<ImportedCount> WriteAsync(ImportStage stage, PlannedRoom room, ImportedNames names, long founder, bool onlyLook, CancellationToken cancel)
    {
        var (import, last) = (room.Import, room.Import.LastTime);
        var (added, known, late) = (0L, 0L, 0L);
        var begun = false;
        for (StagedMessage? after = null; stage.Read(room.Staged.Number, after, AtOnce) is { IsEmpty: false } some; after = some[^1])
        {
            cancel.ThrowIfCancellationRequested();
            List<(ImportedMessage, string)> next = [];
            foreach (var (_, message) in some)
            {
                var nick = names.NickOf(message.Author);
                if (import.IsKnown(message.Id)) known++;
                else if (message.Time < last) late++;
                else next.Add((message, nick));
            }
            added += next.Count;
            if (next.Count > 0 && !onlyLook)
            {
                if (!begun) await import.BeginAsync(room.Staged.Room, founder, room.Staged.First, options.Limits.TopicLength, cancel);
                begun = true;
                await import.WriteAsync(next);
            }
            progress.Advance(some.Length);
        }
        return new(room.Name.Value, added, known, late);
    }

    /// <summary>A room that belongs to nobody would end with its last member, and its history with it.</summary>
    private async Task<long> FounderAsync(string? name, CancellationToken cancel)
    {
        var all = await store.Accounts.ListAsync(cancel);
        if (name is null)
            return all.Where(account => account.Operator).MinBy(account => account.Id)?.Id
                ?? throw new ImportException("还没有管理员账号：用 --owner 账号 说明导入的房间归谁。", "There is no operator yet: say with --owner ACCOUNT to whom the rooms will belong.");
        var wanted = Core.Names.NameRules.Fold(name);
        return all.FirstOrDefault(account => Core.Names.NameRules.Fold(account.Name) == wanted)?.Id
            ?? throw new ImportException($"没有账号“{name}”。", $"There is no account {name}.");
    }
}

/// <summary>What is to be imported, and how.</summary>
/// <param name="Owner">The account that new rooms belong to; null: the first operator.</param>
/// <param name="OnlyLook">Nothing is stored.</param>
internal sealed record ImportOrder(
    IImportSource Source, string Path, string? Owner, IReadOnlyDictionary<string, string> Names, IReadOnlySet<string> Skipped, bool OnlyLook);

/// <param name="Nicks">People who are called otherwise here.</param>
/// <param name="Empty">Rooms in which nothing was said.</param>
internal sealed record ImportOutcome(
    ImmutableArray<ImportedCount> Rooms, ImmutableArray<(string There, string Here)> Renamed, ImmutableArray<(string There, string Here)> Nicks,
    ImmutableArray<(Sentence What, int Count)> LeftOut, int Empty);

/// <param name="Known">They were there from an earlier import.</param>
/// <param name="Late">Something later is in the room already, so they have no place.</param>
internal sealed record ImportedCount(string Room, long Added, long Known, long Late);
