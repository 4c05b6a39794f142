using System.Collections.Immutable;

namespace Teahouse.Core.Files;

/// <summary>What files people may share. Sizes in bytes.</summary>
public sealed record SharingOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>Of one file.</summary>
    public long MaxBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>Of all files of an account.</summary>
    public long AccountBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Of all files of a guest.</summary>
    public long GuestBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>Of all files of all.</summary>
    public long AllBytes { get; init; } = 10L * 1024 * 1024 * 1024;

    /// <summary>What must stay free on the disk: what is said has the room before what is shared.</summary>
    public long FreeBytes { get; init; } = 512L * 1024 * 1024;

    public int KeepDays { get; init; } = 90;

    /// <summary>Only who logs in may read them; else whoever has the link.</summary>
    public bool Private { get; init; }

    /// <summary>Media types that are taken, as <c>image/png</c> or <c>image/*</c>; empty: all.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Whether files of this type are taken.</summary>
    public bool Takes(string type) => Types.IsEmpty || Types.Any(taken =>
        taken.EndsWith("/*", StringComparison.Ordinal) ? type.StartsWith(taken[..^1], StringComparison.Ordinal) : taken == type);
}
