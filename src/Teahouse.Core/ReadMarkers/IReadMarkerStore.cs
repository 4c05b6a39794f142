namespace Teahouse.Core.ReadMarkers;

/// <summary>
/// Up to when an account has read each of its conversations, and each of its devices has heard; a time never goes back. Every change is committed and synced when its task
/// ends. A store that broke throws <see cref="Log.StoreClosedException"/>; a full disk <see cref="Accounts.StoreFullException"/>.
/// </summary>
public interface IReadMarkerStore
{
    /// <summary>Conversations kept per account; beyond it the one read longest ago is forgotten.</summary>
    const int Most = 1000;

    /// <summary>Milliseconds since 1970 UTC of the last message read; null: not known.</summary>
    ValueTask<long?> FindAsync(long account, string conversation, CancellationToken cancel = default);

    /// <summary>Keeps the later of the time known and this one; of an account that is gone, nothing.</summary>
    ValueTask<ReadMark> RaiseAsync(long account, string conversation, long time, CancellationToken cancel = default);
}

/// <param name="Time">Milliseconds since 1970 UTC, as it is now.</param>
/// <param name="Raised">It was earlier, or not known.</param>
public readonly record struct ReadMark(long Time, bool Raised);
