using Teahouse.Core.Events;
using Teahouse.Core.Users;

namespace Teahouse.Core.Delivery;

/// <summary>
/// One pass of delivery: offers events to send queues, then drains each touched queue once. A few queues are
/// drained here, many on the pool, so that the conversation's turn is not held up.
/// </summary>
internal sealed class FanOut
{
    private const int DrainedInline = 8;

    private List<SendQueue> _touched = [];

    public void Offer(Subscriber to, RenderedMessage message, UserId by, Origin? origin)
    {
        var capabilities = to.Capabilities;
        var happened = message.Event;
        if (!Hears(to, happened.Kind, capabilities, by)) return;
        var line = origin is { Tag: { } tag } && origin.Session == to.Session
            ? message.For(capabilities, tag, origin.TagValue!)
            : message.For(capabilities);
        if (to.Queue.Offer(line)) _touched.Add(to.Queue);
    }

    public void Drain()
    {
        if (_touched.Count <= DrainedInline)
        {
            foreach (var queue in _touched) queue.Flush();
            _touched.Clear();
            return;
        }
        ThreadPool.UnsafeQueueUserWorkItem(static queues =>
        {
            foreach (var queue in queues) queue.Flush();
        }, _touched, preferLocal: false);
        _touched = [];
    }

    private static bool Hears(Subscriber to, EventKind kind, CapabilitySet capabilities, UserId by)
    {
        if (kind.IsMessage())
        {
            if (kind == EventKind.Tagmsg && (capabilities & CapabilitySet.MessageTags) == 0) return false;
            return to.User != by || (capabilities & CapabilitySet.EchoMessage) != 0;
        }
        return kind switch
        {
            EventKind.Away => to.User != by && (capabilities & CapabilitySet.AwayNotify) != 0,
            EventKind.Account => to.User != by && (capabilities & CapabilitySet.AccountNotify) != 0,
            EventKind.Setname => (capabilities & CapabilitySet.Setname) != 0,
            _ => true,
        };
    }
}
