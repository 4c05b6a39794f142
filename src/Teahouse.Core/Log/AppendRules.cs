namespace Teahouse.Core.Log;

/// <summary>What every log asks of an append before it looks at its own state.</summary>
public static class AppendRules
{
    /// <summary>Throws <see cref="ArgumentException"/> for an append that no owner may make.</summary>
    /// <param name="lastTime">Of the conversation's last entry in milliseconds, or 0 where it is not known.</param>
    public static void Check(Append append, long lastTime = 0)
    {
        var last = append.ExpectedHead;
        foreach (var emptied in append.Emptied.IsDefault ? [] : append.Emptied)
        {
            if (emptied < 1 || emptied > last) throw new ArgumentException($"Entry {emptied} cannot be emptied: the head is {last}.", nameof(append));
        }
        foreach (var entry in append.Entries)
        {
            if (entry.Presence)
            {
                if (entry.Sequence < 0 || entry.Sequence > last)
                    throw new ArgumentException($"A presence row is placed after {entry.Sequence}, but the entry before it is {last}.", nameof(append));
                continue;
            }
            if (entry.Sequence != last + 1)
                throw new ArgumentException($"Entry {entry.Sequence} does not follow {last}.", nameof(append));
            if (entry.Time < lastTime)
                throw new ArgumentException($"Entry {entry.Sequence} has a time before the one of {last}.", nameof(append));
            (last, lastTime) = (entry.Sequence, entry.Time);
        }
    }

    /// <summary>Why an append is fenced off, or null if it may go on.</summary>
    public static string? Fence(Append append, long ownerEpoch, long head) =>
        append.OwnerEpoch != ownerEpoch ? "another owner has taken the conversation"
        : append.ExpectedHead != head ? "the conversation's head is not the expected one"
        : null;
}
