using Teahouse.Core.Log;

namespace Teahouse.Storage;

/// <summary>Whether the store may be used. Any thread may ask and tell; what is closed never opens again.</summary>
internal sealed class StoreHealth
{
    private readonly TaskCompletionSource<string> _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _closed;

    public Task<string> Broken => _broken.Task;

    public bool IsBroken => _broken.Task.IsCompleted;

    /// <summary>Why it is closed, or null while it is open.</summary>
    public string? Closed => _closed;

    /// <summary>Closes the store after an error that leaves open what is on the disk.</summary>
    public void Break(string sentence)
    {
        _closed = sentence;
        _broken.TrySetResult(sentence);
    }

    /// <summary>Closes the store in peace.</summary>
    public void Close() => _closed ??= "the store is closed";

    public void ThrowIfClosed()
    {
        if (_closed is { } why) throw new StoreClosedException(why);
    }
}
