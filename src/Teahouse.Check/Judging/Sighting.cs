namespace Teahouse.Check.Judging;

/// <summary>A message as somebody saw it, or another numbered entry of a conversation.</summary>
/// <param name="Message">Its number in the run; <see cref="Nobodys"/> or <see cref="NoMessage"/>.</param>
/// <param name="Mark">A hash of the server's names for it (its message id and its place); 0: it has none.</param>
/// <param name="Intact">Text and target are as they were sent.</param>
/// <param name="Place">Where it stands in its conversation; default: the server does not say.</param>
public readonly record struct Sighting(int Message, ulong Mark = 0, bool Intact = true, Place Place = default)
{
    /// <summary>Nobody sent such a message.</summary>
    public const int Nobodys = -1;

    /// <summary>It is no message: a change of modes, or what stands in the place of an entry that cannot be shown.</summary>
    public const int NoMessage = -2;
}
