using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Delivery;

/// <summary>What stands in the place of an entry that may not be seen or cannot be read, so that no number is missing.</summary>
internal static class Placeholders
{
    /// <summary>An empty TAGMSG from the server with the event's number, time and msgid.</summary>
    public static Event Of(Event happened, string target, string server) =>
        new(EventKind.Tagmsg, happened.Place, happened.Time, happened.MsgId, new EventSource(server, "", null), [target], Tags.Empty);
}
