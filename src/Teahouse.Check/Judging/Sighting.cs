namespace Teahouse.Check.Judging;

/// <summary>A message as somebody saw it.</summary>
/// <param name="Message">Its number; -1: nobody sent such a thing.</param>
/// <param name="Mark">A hash of the server's names for it (its message id and its place); 0: it has none.</param>
/// <param name="Intact">Text and target are as they were sent.</param>
public readonly record struct Sighting(int Message, ulong Mark = 0, bool Intact = true);
