using BenchmarkDotNet.Attributes;
using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Storage;
using Teahouse.Storage.Folder;

namespace Teahouse.MicroBench;

/// <summary>Messages on the disk, so many at once to one conversation: each append is committed and synced.</summary>
[MemoryDiagnoser]
public class AppendBenchmarks
{
    private DirectoryInfo _folder = null!;
    private DataFolder _data = null!;
    private TeahouseStore _store = null!;
    private ConversationHead _head = null!;
    private byte[] _payload = [];

    [Params(1, 16, 64)]
    public int Messages { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var message = Samples.Message(1);
        _payload = EventCodec.Encode(message.Kind, message.Source, message.Parameters, message.Tags);
        _folder = Directory.CreateTempSubdirectory("teahouse-micro");
        _data = DataFolder.Lock(_folder.FullName);
        _store = await TeahouseStore.OpenAsync(_data, new StoreOptions(), TimeProvider.System);
        _head = await _store.Log.TakeAsync(ConversationKey.Channel("#tea"));
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _store.DisposeAsync();
        _data.Dispose();
        _folder.Delete(recursive: true);
    }

    [Benchmark]
    public async Task<AppendStatus> Append()
    {
        var next = _head.LastSequence + 1;
        var entries = Enumerable.Range(0, Messages).Select(i => new LogEntry(next + i, 1_790_000_000_000, _payload));
        var outcome = await _store.Log.AppendAsync(new Append(_head.Id, _head.OwnerEpoch, _head.LastSequence, [.. entries], null));
        _head = _head with { LastSequence = next + Messages - 1 };
        return outcome.Status;
    }
}
