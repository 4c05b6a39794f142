using System.Diagnostics;
using System.Globalization;
using Teahouse.Core.Log;
using Teahouse.Storage;
using Teahouse.Storage.Folder;
using Teahouse.Storage.Log;

namespace Teahouse.Bench.Storing;

/// <summary>
/// What storing a message costs: 150 bytes, every commit synced, so many messages per commit. The figures are CPU time of the whole
/// process per message, writing behind and checkpoints included.
/// </summary>
internal static class AppendCost
{
    private const int PayloadBytes = 150;

    public static async Task<int> RunAsync(string[] args)
    {
        var conversations = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
        var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        Console.WriteLine($"{conversations} conversations, {PayloadBytes} bytes, {seconds} s each");
        Console.WriteLine("per commit | client ids | CPU us/message | of it writer | messages/s | commit ms | bytes allocated/message");
        foreach (var ids in new[] { false, true })
        {
            foreach (var size in new[] { 1, 16, 200, 1000 }) await MeasureAsync(conversations, size, ids, TimeSpan.FromSeconds(seconds));
        }
        return 0;
    }

    private static async Task MeasureAsync(int conversations, int size, bool ids, TimeSpan duration)
    {
        var path = Directory.CreateTempSubdirectory("teahouse-bench-").FullName;
        try
        {
            using var folder = DataFolder.Lock(path);
            await using var store = await TeahouseStore.OpenAsync(folder, new StoreOptions(), TimeProvider.System);
            var rooms = new List<Room>();
            for (var i = 0; i < conversations; i++) rooms.Add(new Room(await store.Log.TakeAsync(ConversationKey.Channel($"#{i}"))));
            var writer = ((SqliteMessageLog)store.Log).Writer;
            var load = new Load(rooms, store.Log, writer, ids);
            await load.RunAsync(size, TimeSpan.FromSeconds(1));
            var cpu = Environment.CpuUsage.TotalTime;
            var thread = WriterCpu.Nanoseconds();
            var clock = Stopwatch.StartNew();
            var allocated = GC.GetTotalAllocatedBytes();
            var messages = await load.RunAsync(size, duration);
            allocated = GC.GetTotalAllocatedBytes() - allocated;
            var used = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds;
            var writing = (WriterCpu.Nanoseconds() - thread) / 1000.0;
            var elapsed = clock.Elapsed;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{size,10} | {(ids ? "yes" : "no"),10} | {used / messages,14:0.00} | {writing / messages,12:0.00} | {messages / elapsed.TotalSeconds,10:0} | {elapsed.TotalMilliseconds / messages * size,9:0.000} | {(double)allocated / messages:0}"));
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
