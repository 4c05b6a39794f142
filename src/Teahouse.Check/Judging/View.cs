namespace Teahouse.Check.Judging;

/// <summary>
/// What one client saw live of one conversation without an interruption: from the moment it was in, until its connection ended,
/// or until the server said that it begins anew.
/// </summary>
/// <param name="Reader">The client's number.</param>
/// <param name="Conversation">Into <see cref="RunRecord.Conversations"/>.</param>
/// <param name="OpenedAt">A tick at which the client was in.</param>
/// <param name="ConfirmedUntil">The tick at which the last PING was sent that was answered: all that was accepted before has been received. 0: none.</param>
/// <param name="Seen">In the order in which it came.</param>
public sealed record View(int Reader, int Conversation, long OpenedAt, long ConfirmedUntil, IReadOnlyList<Sighting> Seen);
