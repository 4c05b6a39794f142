using System.Collections.Immutable;
using Teahouse.Server.Configuration;
using Teahouse.Server.Listeners;

namespace Teahouse.Server.Certificates;

/// <summary>The certificates of all TLS listeners, looked after while the server runs.</summary>
internal sealed partial class ServerCertificates : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Dictionary<(string Certificate, string Key), ICertificateSource> _sources = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly ILogger _log;
    private readonly Task _watching;

    /// <exception cref="Hosting.StartupException">A configured certificate cannot be used.</exception>
    public ServerCertificates(
        TeahouseConfiguration configuration, ImmutableArray<BoundListener> listeners, Func<MachineNames> names, TimeProvider time, ILoggerFactory logs)
    {
        _log = logs.CreateLogger<ServerCertificates>();
        foreach (var listener in listeners.Select(listener => listener.Options).Where(options => options.Tls))
        {
            if (_sources.ContainsKey((listener.Certificate, listener.Key))) continue;
            _sources[(listener.Certificate, listener.Key)] = listener.Certificate.Length > 0
                ? new CertificateFiles(configuration.FullPath(listener.Certificate), configuration.FullPath(listener.Key), _log)
                : Make(configuration, names, time);
        }

        _watching = _sources.Count == 0 ? Task.CompletedTask : WatchAsync(time);
    }

    /// <summary>Null if every listener has a certificate of the operator's.</summary>
    public LocalAuthority? Authority { get; private set; }

    public ICertificateSource For(ListenerOptions listener) => _sources[(listener.Certificate, listener.Key)];

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _watching;
        _closing.Dispose();
    }

    private MadeCertificate Make(TeahouseConfiguration configuration, Func<MachineNames> names, TimeProvider time)
    {
        var folder = new CertificateFolder(Path.Combine(configuration.DataFolder, CertificateFolder.Name));
        Authority = LocalAuthority.LoadOrMake(folder, names(), time);
        return new MadeCertificate(Authority, names, _log);
    }

    private void Refresh()
    {
        foreach (var source in _sources.Values)
        {
            try
            {
                source.Refresh();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // The certificate in use goes on; the next look tries again.
                LogFailed(_log, error.Message);
            }
        }
    }

    private async Task WatchAsync(TimeProvider time)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_closing.Token))
                Refresh();
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A certificate could not be made anew: {Reason}")]
    private static partial void LogFailed(ILogger log, string reason);
}
