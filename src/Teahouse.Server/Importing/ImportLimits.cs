namespace Teahouse.Server.Importing;

/// <summary>What an export may cost: it comes from elsewhere, and may be made to do harm.</summary>
internal sealed record ImportLimits
{
    public int Files { get; init; } = 500_000;

    /// <summary>Bytes of one file that is read as a whole.</summary>
    public long WholeFileBytes { get; init; } = 64L << 20;

    /// <summary>Bytes of one line.</summary>
    public int LineBytes { get; init; } = 8 << 20;

    /// <summary>Bytes that an archive of no size may become.</summary>
    public long UnpackedBytes { get; init; } = 256L << 20;

    /// <summary>And how many more for each of its own: text becomes a tenth, seldom a thirtieth.</summary>
    public int UnpackedRatio { get; init; } = 100;

    public int Rooms { get; init; } = 10_000;

    public int Authors { get; init; } = 200_000;

    public long Messages { get; init; } = 50_000_000;
}
