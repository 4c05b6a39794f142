using System.Diagnostics;
using System.Globalization;
using Teahouse.Core.Log;
using Teahouse.Storage;
using Teahouse.Storage.Folder;

namespace Teahouse.Bench.Starting;

/// <summary>Fills a store by appending each room's last message again and again, then ends like a crash: what is written behind is not finished.</summary>
internal static class Filling
{
    private const int PerAppend = 100;

    /// <summary>One message in so many has a client's id.</summary>
    private const int Keyed = 10;

    /// <summary>Does not return: the process ends itself.</summary>
    public static async Task RunAsync(string data, long messages)
    {
        using var folder = DataFolder.Lock(data);
        // As much as a crash can leave: 60 MiB, and it waits as long as it must.
        await using var store = await TeahouseStore.OpenAsync(folder, new StoreOptions { TailBytes = 60 * 1024 * 1024, TailAge = TimeSpan.FromHours(1) }, TimeProvider.System);
        var heads = new List<ConversationHead>();
        foreach (var channel in await store.Log.ChannelsAsync())
        {
            if (channel.LastSequence > 0) heads.Add(await store.Log.TakeAsync(channel.Key));
        }
        var each = messages / heads.Count;
        await Task.WhenAll(heads.Select(head => FillAsync(store.Log, head, each)));
        using var self = Process.GetCurrentProcess();
        self.Kill();
        await Task.Delay(Timeout.InfiniteTimeSpan);
    }

    private static async Task FillAsync(IMessageLog log, ConversationHead head, long count)
    {
        var last = (await log.ReadAsync(head.Id, new LogRange(head.LastSequence, head.LastSequence, 1))).Single();
        while (count > 0)
        {
            var entries = new LogEntry[Math.Min(count, PerAppend)];
            var before = last.Sequence;
            for (var i = 0; i < entries.Length; i++)
            {
                var (sequence, time) = (last.Sequence + 1, last.Time + 1);
                ClientKey? key = sequence % Keyed == 0 ? new ClientKey(1, new UInt128((ulong)time << 16 | 0x7000, 1UL << 63 | (ulong)sequence), 0) : null;
                entries[i] = last = new LogEntry(sequence, time, last.Payload, key);
            }
            var outcome = await log.AppendAsync(new Append(head.Id, head.OwnerEpoch, before, [.. entries]));
            if (outcome.Status != AppendStatus.Stored) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"After {before} messages: {outcome}"));
            count -= entries.Length;
        }
    }
}
