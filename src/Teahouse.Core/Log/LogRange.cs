namespace Teahouse.Core.Log;

/// <summary>Which entries to read: those with From &lt;= sequence &lt;= To, at most Limit stored ones.</summary>
/// <param name="Newest">True: the newest Limit of them; false: the oldest. Either way they come in ascending order.</param>
/// <param name="Presence">
/// Presence rows between the returned entries and behind the last of them come too (those placed after 0 if From is 0), at most
/// <see cref="MostPresence"/>: the newest or the oldest of them, as with the entries. They do not count towards the limit.
/// </param>
public readonly record struct LogRange(long From, long To, int Limit, bool Newest = false, bool Presence = false)
{
    /// <summary>How many presence rows one read returns at most: a room may be joined often between two messages.</summary>
    public const int MostPresence = 1000;
}
