using Teahouse.Core.Log;
using Teahouse.Storage.Folder;
using Teahouse.Storage.Suites;

namespace Teahouse.Storage.Tests;

/// <summary>A store in a temporary folder.</summary>
internal sealed class StoreHost : LogHost
{
    private readonly TemporaryFolder _temporary = new();
    private readonly DataFolder _folder;
    private readonly StoreOptions _options;
    private readonly TimeProvider _time;
    private TeahouseStore? _store;

    private StoreHost(StoreOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _folder = DataFolder.Lock(_temporary.Path);
    }

    public TeahouseStore Store => _store!;

    public override IMessageLog Log => Store.Log;

    public string File => Path.Combine(_temporary.Path, TeahouseStore.FileName);

    public static async Task<StoreHost> OpenAsync(StoreOptions? options = null, TimeProvider? time = null)
    {
        var host = new StoreHost(options ?? new StoreOptions(), time ?? TimeProvider.System);
        host._store = await TeahouseStore.OpenAsync(host._folder, host._options, host._time);
        return host;
    }

    public override async Task RestartAsync()
    {
        await Store.DisposeAsync();
        _store = await TeahouseStore.OpenAsync(_folder, _options, _time);
    }

    public async Task CloseAsync() => await Store.DisposeAsync();

    public override async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
        _temporary.Dispose();
    }
}
