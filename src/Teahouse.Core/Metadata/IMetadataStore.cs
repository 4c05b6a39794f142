using System.Collections.Immutable;

namespace Teahouse.Core.Metadata;

/// <summary>
/// Facts about accounts and rooms, by scope (<see cref="MetadataScope"/>) and key. Every change is committed and synced when its task ends.
/// A store that broke throws <see cref="Log.StoreClosedException"/>; a full disk <see cref="Accounts.StoreFullException"/>.
/// </summary>
public interface IMetadataStore
{
    /// <summary>All keys of the scope with their values; empty if there are none.</summary>
    ValueTask<ImmutableDictionary<string, string>> ReadAsync(string scope, CancellationToken cancel = default);

    /// <summary>Sets them all, or none; a null value removes its key.</summary>
    ValueTask SetAsync(string scope, ImmutableArray<MetadataEntry> entries, CancellationToken cancel = default);

    /// <summary>Forgets all of the scope.</summary>
    ValueTask RemoveAsync(string scope, CancellationToken cancel = default);

    /// <summary>All scopes that have a key and begin with <paramref name="prefix"/>, in ordinal order.</summary>
    ValueTask<ImmutableArray<string>> ScopesAsync(string prefix, CancellationToken cancel = default);
}

/// <param name="Value">Null: the key is not set.</param>
public sealed record MetadataEntry(string Key, string? Value);
