namespace Teahouse.EndToEnd.Power;

/// <summary>What of all that was not synced is on the disk nevertheless when the power goes away.</summary>
internal abstract record Survival
{
    private const int Sector = 512;

    /// <summary>Nothing.</summary>
    public static readonly Survival None = new Prefix(-1);

    /// <summary>Everything: as if only the program had ended.</summary>
    public static readonly Survival All = new Prefix(int.MaxValue);

    /// <summary>One of all the ways in which it may be.</summary>
    /// <param name="steps">How many there are.</param>
    public static Survival Any(Random random, int steps) => random.Next(6) switch
    {
        0 => None,
        1 => All,
        2 => new Prefix(random.Next(steps)),
        _ => new Sectors(random),
    };

    /// <summary>How many of these changes of names are kept: file systems keep their order.</summary>
    public abstract int Names(IReadOnlyList<DiskStep> changes);

    /// <summary>The pieces of a write that are on the disk; whether a cut of a file is, as an empty piece.</summary>
    public abstract IEnumerable<Range> Pieces(DiskStep step);

    private sealed record Prefix(int Last) : Survival
    {
        public override int Names(IReadOnlyList<DiskStep> changes) => changes.Count(step => step.Index <= Last);

        public override IEnumerable<Range> Pieces(DiskStep step) => step.Index <= Last ? [Range.All] : [];
    }

    /// <summary>A disk writes whole sectors, in any order.</summary>
    private sealed record Sectors(Random Random) : Survival
    {
        public override int Names(IReadOnlyList<DiskStep> changes) => Random.Next(changes.Count + 1);

        public override IEnumerable<Range> Pieces(DiskStep step)
        {
            var whole = Random.Next(4);
            if (whole == 0) return [];
            if (whole == 1 || step.Bytes.Length == 0) return [Range.All];
            return Torn(step);
        }

        private IEnumerable<Range> Torn(DiskStep step)
        {
            for (var from = 0; from < step.Bytes.Length;)
            {
                var to = Math.Min(step.Bytes.Length, from + Sector - (int)((step.Offset + from) % Sector));
                if (Random.Next(2) == 0) yield return from..to;
                from = to;
            }
        }
    }
}
