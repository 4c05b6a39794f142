using System.Collections.Immutable;

namespace Teahouse.Core.Accounts;

/// <summary>Who stays online.</summary>
public sealed partial class AccountService
{
    /// <summary>How long nobody may have seen an account that stays.</summary>
    private static readonly TimeSpan StayLife = TimeSpan.FromDays(90);

    /// <summary>Notes durably who the account is here; null: it does not stay. What finds the disk full is not noted.</summary>
    internal async ValueTask KeepAsync(long id, KeptPresence? presence)
    {
        try
        {
            await accounts.KeepAsync(id, presence);
        }
        catch (StoreFullException)
        {
            // Who it was before comes back after a restart, which is better than to refuse a NICK or a QUIT for it.
        }
    }

    internal ValueTask<ImmutableArray<(long Account, KeptPresence Presence)>> KeptAsync(CancellationToken cancel = default) => accounts.KeptAsync(cancel);

    /// <summary>Nobody has used the account for so long that it stays no more.</summary>
    internal bool IsForgotten(Account account) => Now - account.LastSeen > (long)StayLife.TotalMilliseconds;
}
