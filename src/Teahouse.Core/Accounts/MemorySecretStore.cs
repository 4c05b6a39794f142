namespace Teahouse.Core.Accounts;

/// <summary>Secrets that live as long as the process. Any thread may use it; every call completes at once.</summary>
public sealed class MemorySecretStore : ISecretStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, byte[]> _values = new(StringComparer.Ordinal);

    public ValueTask<byte[]?> GetAsync(string name, CancellationToken cancel = default)
    {
        lock (_lock) return new((byte[]?)_values.GetValueOrDefault(name)?.Clone());
    }

    public ValueTask SetAsync(string name, byte[]? value, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            if (value is null) _values.Remove(name);
            else _values[name] = (byte[])value.Clone();
        }
        return ValueTask.CompletedTask;
    }

    public ValueTask<byte[]> GetOrAddAsync(string name, Func<byte[]> make, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            if (!_values.TryGetValue(name, out var value)) _values.Add(name, value = (byte[])make().Clone());
            return new((byte[])value.Clone());
        }
    }
}
