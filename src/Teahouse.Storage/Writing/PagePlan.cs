using Teahouse.Storage.Log;

namespace Teahouse.Storage.Writing;

/// <summary>What a slice writes of one conversation; applied to memory only after the slice is committed.</summary>
/// <param name="Segments">How many of its oldest segments are covered.</param>
/// <param name="Applied">The last group covered.</param>
internal sealed record PagePlan(
    ConversationState Conversation, int Segments, int Stored, int Presence, long Bytes, long Applied, LastPage LastPage)
{
    /// <summary>Counts its groups' parts as planned.</summary>
    public void Mark(int by)
    {
        foreach (var segment in Conversation.Unwritten.Segments.Take(Segments)) segment.Group.Planned += by;
    }

    public void Apply()
    {
        var unwritten = Conversation.Unwritten;
        for (var i = 0; i < Segments; i++) unwritten.Segments.Dequeue().Group.Remaining--;
        unwritten.LastPage = LastPage;
        unwritten.StateChanged = false;
        Conversation.Drop(Stored, Presence, Applied);
    }
}
