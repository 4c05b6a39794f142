using System.Globalization;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>What a session is told that read too slowly. docs/extensions/seq.md</summary>
internal static class FallenBehind
{
    public const string Code = "FELL_BEHIND";

    /// <summary>Stands where lines are missing.</summary>
    public static Message Notice(string server) =>
        new(Tags.Empty, new Source(server), "NOTE", "*", Code, "Your connection reads too slowly: what was said meanwhile is in the history");

    /// <summary>That the room is quiet until its newest entries are fetched, and which is the last.</summary>
    public static void Quiet(Session session, Reply reply, ChannelView view)
    {
        const string text = "What is said here comes again once you have fetched the newest of it";
        var name = view.Settings.Name;
        if (!session.Has(CapabilitySet.Seq)) reply.Note("JOIN", Code, name, text);
        else reply.Note("JOIN", Code, name, string.Create(CultureInfo.InvariantCulture, $"{view.Last.Epoch}-{view.Last.Sequence}"), text);
    }
}
