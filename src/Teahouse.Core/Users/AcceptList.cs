using System.Collections.Immutable;

namespace Teahouse.Core.Users;

/// <summary>Whom a user lets write to it in spite of +R: those it named with ACCEPT, and those it wrote to. Any thread.</summary>
internal sealed class AcceptList
{
    /// <summary>Entries kept; the oldest goes when another comes.</summary>
    public const int Most = 100;

    private ImmutableArray<(string Identity, string Nick)> _entries = [];

    /// <summary>The last one last.</summary>
    public ImmutableArray<(string Identity, string Nick)> Entries => _entries;

    public bool Contains(string identity)
    {
        foreach (var entry in _entries)
            if (entry.Identity == identity) return true;
        return false;
    }

    /// <returns>False if it was there.</returns>
    public bool Add(string identity, string nick)
    {
        if (Contains(identity)) return false;
        ImmutableInterlocked.Update(ref _entries, static (known, added) => [.. known.TakeLast(Most - 1), added], (identity, nick));
        return true;
    }

    /// <returns>False if it was not there.</returns>
    public bool Remove(string identity)
    {
        var there = Contains(identity);
        ImmutableInterlocked.Update(ref _entries, static (known, gone) => [.. known.Where(e => e.Identity != gone)], identity);
        return there;
    }
}
