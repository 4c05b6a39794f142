using Teahouse.Client;
using Teahouse.Web.Messages;

namespace Teahouse.Web.Shell;

/// <summary>The title of the browser's tab: what waits for the reader, and where they are.</summary>
public static class PageTitle
{
    public static string Of(ChatState state, Conversation? current)
    {
        var all = state.Rooms.Concat<Conversation>(state.DirectChats).ToList();
        var forMe = all.Sum(c => c.MentionCount);
        var sign = forMe > 0 ? $"({forMe}) " : all.Any(c => c.UnreadCount > 0) ? "• " : "";
        var network = state.Network.Length > 0 ? Formatting.Plain(state.Network) : "Teahouse";
        return current is null ? $"{sign}{network}" : $"{sign}{Formatting.Plain(current.Name)} · {network}";
    }
}
