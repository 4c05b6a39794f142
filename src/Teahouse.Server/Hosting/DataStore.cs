using Teahouse.Core.Accounts;
using Teahouse.Core.Log;
using Teahouse.Server.Configuration;

namespace Teahouse.Server.Hosting;

/// <summary>What the program keeps, whichever store keeps it.</summary>
internal sealed record DataStore(IMessageLog Log, IAccountStore Accounts, ISecretStore Secrets) : IAsyncDisposable
{
    /// <exception cref="StartupException">The data folder is locked or not writable, or what is in it cannot be read.</exception>
    public static Task<DataStore> OpenAsync(TeahouseConfiguration configuration, TimeProvider time, CancellationToken cancel)
    {
        _ = (time, cancel);
        Directory.CreateDirectory(configuration.DataFolder);
        return Task.FromResult(new DataStore(new MemoryMessageLog(), new MemoryAccountStore(), new MemorySecretStore()));
    }

    public ValueTask DisposeAsync() => Log.DisposeAsync();
}
