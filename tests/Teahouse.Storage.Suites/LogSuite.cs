using Teahouse.Core.Log;

namespace Teahouse.Storage.Suites;

/// <summary>Tests of any log: each has one of its own, that can be stopped and started again.</summary>
public abstract class LogSuite : IAsyncLifetime
{
    private LogHost? _host;

    protected IMessageLog Log => _host!.Log;

    protected abstract Task<LogHost> OpenAsync();

    protected Task RestartAsync() => _host!.RestartAsync();

    public async ValueTask InitializeAsync() => _host = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
