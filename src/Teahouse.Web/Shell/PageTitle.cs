using Teahouse.Client;
using Teahouse.Web.Messages;

namespace Teahouse.Web.Shell;

/// <summary>The title of the browser's tab: what waits for the reader, and where they are.</summary>
public static class PageTitle
{
    /// <summary>Messages that are for the reader, and whether anything is unread at all.</summary>
    /// <param name="isMuted">What does not count.</param>
    public static (int ForMe, bool IsAny) Waiting(ChatState state, Func<Conversation, bool> isMuted)
    {
        var all = state.Rooms.Concat<Conversation>(state.DirectChats).Where(c => c.UnreadCount > 0 && !isMuted(c)).ToList();
        return (all.Sum(c => c.MentionCount), all.Count > 0);
    }

    public static string Of(ChatState state, Conversation? current, Func<Conversation, bool> isMuted)
    {
        var (forMe, isAny) = Waiting(state, isMuted);
        var sign = forMe > 0 ? $"({forMe}) " : isAny ? "• " : "";
        var network = state.Network.Length > 0 ? Formatting.Plain(state.Network) : "Teahouse";
        return current is null ? $"{sign}{network}" : $"{sign}{Formatting.Plain(current.Name)} · {network}";
    }
}
