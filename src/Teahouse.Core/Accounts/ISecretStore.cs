namespace Teahouse.Core.Accounts;

/// <summary>Small named values that must outlive the process: keys, one-time tokens, remembered ports.</summary>
public interface ISecretStore
{
    /// <summary>The value, or null.</summary>
    ValueTask<byte[]?> GetAsync(string name, CancellationToken cancel = default);

    /// <summary>Sets it (null removes it), durably.</summary>
    ValueTask SetAsync(string name, byte[]? value, CancellationToken cancel = default);

    /// <summary>The value, made and stored by <paramref name="make"/> if there was none: two callers get the same one.</summary>
    ValueTask<byte[]> GetOrAddAsync(string name, Func<byte[]> make, CancellationToken cancel = default);
}
