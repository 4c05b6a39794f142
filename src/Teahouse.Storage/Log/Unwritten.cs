using Teahouse.Storage.Writing;

namespace Teahouse.Storage.Log;

/// <summary>What a group brought to one conversation, and is not in pages yet.</summary>
internal readonly record struct Segment(CommitGroup Group, int Stored, int Presence, int Bytes);

/// <summary>The last page of a conversation; Id 0 if it has none.</summary>
/// <param name="LastTime">Of its last entry.</param>
internal readonly record struct LastPage(long Id, long First, int Bytes, long LastTime);

/// <summary>The writer's own notes on a conversation's tail. Used only by the writer.</summary>
internal sealed class Unwritten
{
    public Queue<Segment> Segments { get; } = new();

    /// <summary>The state is newer than the row's.</summary>
    public bool StateChanged { get; set; }

    /// <summary>Null: not looked up yet.</summary>
    public LastPage? LastPage { get; set; }

    /// <summary>The slice that has planned it last.</summary>
    public long Slice { get; set; }
}
