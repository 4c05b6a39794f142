using System.Collections.Immutable;

namespace Teahouse.Core.Operators;

/// <summary>
/// Durable bans, one per kind and mask. Every change is committed and synced when its task ends.
/// A store that broke throws <see cref="Log.StoreClosedException"/>; a full disk <see cref="Accounts.StoreFullException"/>.
/// </summary>
public interface IBanStore
{
    /// <summary>All bans by id.</summary>
    ValueTask<ImmutableArray<Ban>> ListAsync(CancellationToken cancel = default);

    /// <summary>Stores it in place of one with the same kind and mask, under a new id; <paramref name="ban"/>'s own id does not matter.</summary>
    ValueTask<Ban> AddAsync(Ban ban, CancellationToken cancel = default);

    /// <summary>False if there is none of that id.</summary>
    ValueTask<bool> RemoveAsync(long id, CancellationToken cancel = default);
}
