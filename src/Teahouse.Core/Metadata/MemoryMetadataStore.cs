using System.Collections.Immutable;

namespace Teahouse.Core.Metadata;

/// <summary>Metadata that lives as long as the process. Any thread may use it; every call completes at once.</summary>
public sealed class MemoryMetadataStore : IMetadataStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, ImmutableDictionary<string, string>> _scopes = new(StringComparer.Ordinal);

    public ValueTask<ImmutableDictionary<string, string>> ReadAsync(string scope, CancellationToken cancel = default)
    {
        lock (_lock) return new(_scopes.GetValueOrDefault(scope, ImmutableDictionary<string, string>.Empty));
    }

    public ValueTask SetAsync(string scope, ImmutableArray<MetadataEntry> entries, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            var values = _scopes.GetValueOrDefault(scope, ImmutableDictionary<string, string>.Empty);
            foreach (var (key, value) in entries) values = value is null ? values.Remove(key) : values.SetItem(key, value);
            if (values.IsEmpty) _scopes.Remove(scope);
            else _scopes[scope] = values;
        }
        return default;
    }

    public ValueTask RemoveAsync(string scope, CancellationToken cancel = default)
    {
        lock (_lock) _scopes.Remove(scope);
        return default;
    }

    public ValueTask<ImmutableArray<string>> ScopesAsync(string prefix, CancellationToken cancel = default)
    {
        lock (_lock) return new([.. _scopes.Keys.Where(scope => scope.StartsWith(prefix, StringComparison.Ordinal))]);
    }
}
