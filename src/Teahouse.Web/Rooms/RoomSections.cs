using Teahouse.Client;

namespace Teahouse.Web.Rooms;

/// <summary>The order of the list on the left: what is unread gathers on top, the rest stays where the reader put it.</summary>
/// <param name="Unread">For the reader first, then the others; within each as they are below.</param>
/// <param name="Hidden">What the reader does not want in the list.</param>
public sealed record RoomSections(
    IReadOnlyList<Conversation> Unread, IReadOnlyList<Conversation> Rooms, IReadOnlyList<Conversation> Chats, IReadOnlyList<Conversation> Hidden)
{
    public static readonly RoomSections None = new([], [], [], []);

    /// <param name="current">The open conversation; it never moves.</param>
    /// <param name="isMuted">What does not gather on top.</param>
    public static RoomSections Of(ChatState state, Conversation? current, Func<Conversation, bool> isMuted, RoomArrangement arrangement)
    {
        var rooms = arrangement.Sorted(state.Rooms).ToLookup(IsHidden);
        var chats = arrangement.Sorted(state.DirectChats).ToLookup(IsHidden);
        var unread = rooms[false].Concat<Conversation>(chats[false])
            .Where(IsUnread).OrderBy(c => c.MentionCount > 0 ? 0 : 1).ToList();
        return new(
            unread,
            [.. rooms[false].Where(r => !IsUnread(r))],
            [.. chats[false].Where(c => !IsUnread(c) && (ReferenceEquals(c, current) || !state.Ignores(new(c.Name, c.Account))))],
            [.. rooms[true], .. chats[true]]);

        bool IsUnread(Conversation c) => c.UnreadCount > 0 && !ReferenceEquals(c, current) && !isMuted(c);

        // What is for the reader is shown in any case.
        bool IsHidden(Conversation c) => arrangement.IsHidden(c) && !ReferenceEquals(c, current) && c.MentionCount == 0;
    }

    /// <summary>All that are shown, from top to bottom.</summary>
    public IEnumerable<Conversation> All => Unread.Concat(Rooms).Concat(Chats);
}
