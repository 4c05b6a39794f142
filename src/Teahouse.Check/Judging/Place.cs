namespace Teahouse.Check.Judging;

/// <summary>An entry's place in its conversation (<c>teahouse.chat/seq</c>).</summary>
/// <param name="Number">From 1 without holes; 0: none. Another epoch is another count.</param>
public readonly record struct Place(int Epoch, long Number);
