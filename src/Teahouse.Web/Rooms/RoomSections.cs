using Teahouse.Client;

namespace Teahouse.Web.Rooms;

/// <summary>The order of the list on the left: what is unread gathers on top, the rest stays where it is.</summary>
/// <param name="Unread">For the reader first, then the others; within each as they are below.</param>
public sealed record RoomSections(
    IReadOnlyList<Conversation> Unread, IReadOnlyList<Conversation> Rooms, IReadOnlyList<Conversation> Chats)
{
    /// <param name="current">The open conversation; it never moves.</param>
    /// <param name="isMuted">What does not gather on top.</param>
    public static RoomSections Of(ChatState state, Conversation? current, Func<Conversation, bool> isMuted)
    {
        var unread = state.Rooms.Concat<Conversation>(state.DirectChats)
            .Where(IsUnread).OrderBy(c => c.MentionCount > 0 ? 0 : 1).ToList();
        return new(unread, [.. state.Rooms.Where(r => !IsUnread(r))], [.. state.DirectChats.Where(c => !IsUnread(c) && (ReferenceEquals(c, current) || !state.Ignores(new(c.Name, c.Account))))]);

        bool IsUnread(Conversation c) => c.UnreadCount > 0 && !ReferenceEquals(c, current) && !isMuted(c);
    }

    /// <summary>All, from top to bottom.</summary>
    public IEnumerable<Conversation> All => Unread.Concat(Rooms).Concat(Chats);
}
