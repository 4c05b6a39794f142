using Teahouse.Core.Log;

namespace Teahouse.Storage.Suites;

/// <summary>A log to test, and how it lives through a restart.</summary>
public abstract class LogHost : IAsyncDisposable
{
    public abstract IMessageLog Log { get; }

    /// <summary>Closes and opens it again; nothing where the log lives as long as the process.</summary>
    public virtual Task RestartAsync() => Task.CompletedTask;

    public abstract ValueTask DisposeAsync();
}

/// <summary>A log in memory.</summary>
public sealed class MemoryLogHost : LogHost
{
    public override IMessageLog Log { get; } = new MemoryMessageLog();

    public override ValueTask DisposeAsync() => Log.DisposeAsync();
}
