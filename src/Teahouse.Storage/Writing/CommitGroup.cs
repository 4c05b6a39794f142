using Teahouse.Storage.Log;

namespace Teahouse.Storage.Writing;

/// <summary>One committed row of <c>groups</c>, while entries of it are not in pages yet. Used only by the writer.</summary>
/// <param name="id">Ascending, never given twice.</param>
internal sealed class CommitGroup(long id)
{
    // Presence rows of a group are numbered; more than a group can hold.
    private const int NumberBits = 20;

    public const int MostEntries = 100_000;

    public long Id { get; } = id;

    /// <summary>The conversations of its parts; one with two parts comes twice.</summary>
    public List<ConversationState> Parts { get; } = [];

    /// <summary>Parts whose entries are not in pages.</summary>
    public int Remaining { get; set; }

    /// <summary>Of these, parts that the running slice is writing.</summary>
    public int Planned { get; set; }

    public static long FirstNumber(long group) => group << NumberBits;

    public static long LastNumber(long group) => ((group + 1) << NumberBits) - 1;
}
