using System.Collections.Concurrent;
using System.Collections.Immutable;
using Teahouse.Core.Accounts;
using Teahouse.Core.Users;

namespace Teahouse.Core.Metadata;

/// <summary>
/// The metadata of those who are here, as this node knows it: read from the store when first asked for, forgotten by <see cref="Forget"/>.
/// Changes of one scope happen one after the other, and are told in that order. Any thread may use it.
/// </summary>
internal sealed class MetadataBook(IMetadataStore store)
{
    private sealed class Sheet
    {
        public UserGate Gate { get; } = new();

        /// <summary>Null until it is read.</summary>
        public ImmutableDictionary<string, string>? Values { get; set; }
    }

    private readonly ConcurrentDictionary<string, Sheet> _sheets = new(StringComparer.Ordinal);

    public IEnumerable<string> Scopes => _sheets.Keys;

    public ValueTask<ImmutableDictionary<string, string>> ReadAsync(string scope) =>
        _sheets.TryGetValue(scope, out var sheet) ? sheet.Values is { } known ? new(known) : LoadAsync(scope)
        // What is not kept anywhere is not there before somebody sets it.
        : MetadataScope.IsKept(scope) ? LoadAsync(scope) : new(ImmutableDictionary<string, string>.Empty);

    /// <param name="change">From the values now to what is to be set or removed, or to why not.</param>
    /// <param name="tell">Called with what changed before the next change begins.</param>
    public async ValueTask<MetadataOutcome> ChangeAsync(
        string scope, Func<ImmutableDictionary<string, string>, MetadataOutcome> change, Action<ImmutableArray<MetadataEntry>> tell)
    {
        var sheet = _sheets.GetOrAdd(scope, static _ => new Sheet());
        await sheet.Gate.EnterAsync(change: true);
        try
        {
            var before = sheet.Values ??= await ReadStoredAsync(scope);
            var outcome = change(before);
            if (outcome.Status != MetadataStatus.Done) return outcome;
            if (MetadataScope.IsKept(scope)) await store.SetAsync(scope, outcome.Changed);
            foreach (var (key, value) in outcome.Changed) before = value is null ? before.Remove(key) : before.SetItem(key, value);
            sheet.Values = before;
            tell(outcome.Changed);
            return outcome;
        }
        catch (StoreFullException)
        {
            return MetadataOutcome.Of(MetadataStatus.NotStored);
        }
        finally
        {
            sheet.Gate.Leave();
        }
    }

    /// <summary>Nobody needs it now; what is kept is read again when somebody does.</summary>
    public void Forget(string scope) => _sheets.TryRemove(scope, out _);

    /// <summary>The channel is over, and what was said of it with it.</summary>
    public async ValueTask EndAsync(string scope)
    {
        Forget(scope);
        try
        {
            await store.RemoveAsync(scope);
        }
        catch (StoreFullException)
        {
            // Nobody can read it any more; the next start removes it.
        }
    }

    /// <summary>The channel has another name.</summary>
    public async ValueTask MoveAsync(string from, string to)
    {
        var values = await ReadAsync(from);
        if (values.IsEmpty) return;
        await ChangeAsync(to, _ => new MetadataOutcome(MetadataStatus.Done, [.. values.Select(v => new MetadataEntry(v.Key, v.Value))]), _ => { });
        await EndAsync(from);
    }

    /// <summary>Removes what is stored of channels that are no more.</summary>
    public async ValueTask RetainChannelsAsync(HashSet<string> living, CancellationToken cancel)
    {
        foreach (var scope in await store.ScopesAsync(MetadataScope.Channels, cancel))
            if (!living.Contains(scope)) await EndAsync(scope);
    }

    private async ValueTask<ImmutableDictionary<string, string>> LoadAsync(string scope)
    {
        var sheet = _sheets.GetOrAdd(scope, static _ => new Sheet());
        await sheet.Gate.EnterAsync(change: true);
        try
        {
            return sheet.Values ??= await ReadStoredAsync(scope);
        }
        finally
        {
            sheet.Gate.Leave();
        }
    }

    private ValueTask<ImmutableDictionary<string, string>> ReadStoredAsync(string scope) =>
        MetadataScope.IsKept(scope) ? store.ReadAsync(scope) : new(ImmutableDictionary<string, string>.Empty);
}
