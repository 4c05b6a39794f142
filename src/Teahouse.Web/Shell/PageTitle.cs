using Teahouse.Client;
using Teahouse.Web.Messages;

namespace Teahouse.Web.Shell;

/// <summary>The title of the browser's tab: what waits for the reader, and where they are.</summary>
public static class PageTitle
{
    /// <summary>Messages that are for the reader, and whether anything is unread at all.</summary>
    public static (int ForMe, bool IsAny) Waiting(ChatState state)
    {
        var all = state.Rooms.Concat<Conversation>(state.DirectChats).ToList();
        return (all.Sum(c => c.MentionCount), all.Any(c => c.UnreadCount > 0));
    }

    public static string Of(ChatState state, Conversation? current)
    {
        var (forMe, isAny) = Waiting(state);
        var sign = forMe > 0 ? $"({forMe}) " : isAny ? "• " : "";
        var network = state.Network.Length > 0 ? Formatting.Plain(state.Network) : "Teahouse";
        return current is null ? $"{sign}{network}" : $"{sign}{Formatting.Plain(current.Name)} · {network}";
    }
}
