namespace Teahouse.Core.Log;

/// <summary>Which entries to read: those with From &lt;= sequence &lt;= To, at most Limit stored ones.</summary>
/// <param name="Newest">True: the newest Limit of them; false: the oldest. Either way they come in ascending order.</param>
/// <param name="Presence">Presence rows between the returned entries come too; they do not count towards the limit.</param>
public readonly record struct LogRange(long From, long To, int Limit, bool Newest = false, bool Presence = false);
