using System.Collections.Immutable;

namespace Teahouse.Core.Operators;

/// <summary>
/// What operators did: the last <see cref="Most"/> of it. Every entry is committed and synced when its task ends.
/// A store that broke throws <see cref="Log.StoreClosedException"/>; a full disk <see cref="Accounts.StoreFullException"/>.
/// </summary>
public interface IAuditStore
{
    /// <summary>Entries kept; the oldest are forgotten beyond it.</summary>
    const int Most = 10_000;

    ValueTask AddAsync(AuditEntry entry, CancellationToken cancel = default);

    /// <summary>The last ones, the newest first.</summary>
    ValueTask<ImmutableArray<AuditEntry>> ReadAsync(int most, CancellationToken cancel = default);
}

/// <param name="Time">Milliseconds since 1970 UTC.</param>
/// <param name="Operator">Who did it: nick, and the operator's or account's name.</param>
/// <param name="Action">The command.</param>
/// <param name="Target">Whom it was about; empty if nobody.</param>
public sealed record AuditEntry(long Time, string Operator, string Action, string Target, string Detail);
