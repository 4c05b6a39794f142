using System.Buffers;
using Teahouse.Core.Events;
using Teahouse.Core.Users;

namespace Teahouse.Core.Delivery;

/// <summary>
/// One pass of delivery: offers events to send queues, then drains each touched queue once. A few queues are
/// drained here, many on the pool, so that the conversation's turn is not held up.
/// </summary>
/// <param name="server">Its name: who numbered placeholders come from.</param>
internal sealed class FanOut(string server)
{
    private const int DrainedInline = 16;

    /// <summary>Who has these is told every number, also of what it may not see.</summary>
    private const CapabilitySet Counts = CapabilitySet.Seq | CapabilitySet.MessageTags;

    private readonly Action<ArrayBufferWriter<byte>, RenderedMessage, CapabilitySet> _plain = (buffer, message, capabilities) => AppendPlain(buffer, message, capabilities, server);
    private List<SendQueue> _touched = [];

    /// <param name="toSelf">Both sides of the direct chat are the sender.</param>
    /// <param name="era">In which era of its queue the receiver is live here; null: in any.</param>
    public void Offer(Subscriber to, RenderedMessage message, UserId by, Origin? origin, bool toSelf = false, int? era = null)
    {
        var capabilities = to.Capabilities;
        var happened = message.Event;
        if (!Hears(to, happened.Kind, capabilities, by, origin, toSelf))
        {
            if (happened.Place.IsNumbered) OfferNumber(to, message, era);
            return;
        }
        var answered = origin is not null && origin.Session == to.Session;
        var how = answered ? Way.Answer : IsOwnAffair(to, happened.Kind, by) ? Way.OwnAffair : Way.FanOut;
        // Who fell behind fetches what was said; what has become of the room it is told all the same.
        if (!(happened.Place.IsNumbered && IsSaid(happened.Kind))) era = null;
        var own = happened.ClientKey is not null && to.User == by;
        Put(to, answered && origin!.Tag is { } tag ? message.For(capabilities, tag, origin.TagValue!, own) : message.For(capabilities, own), how, era);
        // The one who writes to itself gets what was sent and what was received: https://ircv3.net/specs/extensions/labeled-response
        if (answered && toSelf && (capabilities & CapabilitySet.EchoMessage) != 0) Put(to, message.For(capabilities, own), how, era);
    }

    /// <summary>Messages told together.</summary>
    /// <param name="era">As for the event.</param>
    public void Offer(Subscriber to, MessagePass pass, int? era)
    {
        if (!pass.Concerns(to))
        {
            var piece = pass.For(to.Capabilities, _plain);
            if (to.Queue.IsRoomFor(piece.Length))
            {
                // An empty piece: they hear nothing of it.
                if (piece.Length > 0) Put(to, piece, Way.FanOut, pass.IsNumbered ? era : null);
                return;
            }
        }
        foreach (var (message, by, origin) in pass.Messages) Offer(to, message, by, origin, era: era);
    }

    /// <summary>The event's number without the event, for one who counts.</summary>
    /// <param name="era">As for the event.</param>
    public void OfferNumber(Subscriber to, RenderedMessage message, int? era = null)
    {
        if (to.Has(Counts)) Put(to, message.Placeholder(to.Capabilities, server), Way.FanOut, era);
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

    /// <summary>A message for one who has nothing to do with it, if it hears anything of it.</summary>
    private static void AppendPlain(ArrayBufferWriter<byte> buffer, RenderedMessage message, CapabilitySet capabilities, string server)
    {
        if (message.Event.Kind != EventKind.Tagmsg || (capabilities & CapabilitySet.MessageTags) != 0) message.Append(buffer, capabilities);
        else if (message.Event.Place.IsNumbered && (capabilities & Counts) == Counts) message.AppendPlaceholder(buffer, capabilities, server);
    }

    private void Put(Subscriber to, byte[] line, Way how, int? era)
    {
        if (how == Way.FanOut ? to.Queue.Offer(line, era) : to.Queue.Keep(line, how == Way.Answer)) _touched.Add(to.Queue);
        // A long turn fills the queue also of one who reads at once.
        if (to.Queue.IsFilling) to.Queue.Flush();
    }

    private static bool IsSaid(EventKind kind) => kind.IsMessage() || kind == EventKind.Redact;

    /// <summary>Without it the receiver would not know who or where it is. Whose nick a KICK names is not known here.</summary>
    private static bool IsOwnAffair(Subscriber to, EventKind kind, UserId by) =>
        kind is EventKind.Kick or EventKind.Rename
        || (to.User == by && kind is EventKind.Join or EventKind.Part or EventKind.Nick or EventKind.Chghost or EventKind.Setname);

    private static bool Hears(Subscriber to, EventKind kind, CapabilitySet capabilities, UserId by, Origin? origin, bool toSelf)
    {
        if (kind.IsMessage())
        {
            if (kind == EventKind.Tagmsg && (capabilities & CapabilitySet.MessageTags) == 0) return false;
            // The sender's other sessions hear it as everybody does: only the one that sent it knows it already.
            var sent = origin is null ? to.User == by : to.Session == origin.Session;
            return !sent || toSelf || (capabilities & CapabilitySet.EchoMessage) != 0;
        }
        return kind switch
        {
            EventKind.Away => to.User != by && (capabilities & CapabilitySet.AwayNotify) != 0,
            EventKind.Account => to.User != by && (capabilities & CapabilitySet.AccountNotify) != 0,
            EventKind.Chghost => (capabilities & CapabilitySet.ChgHost) != 0,
            EventKind.Redact => (capabilities & CapabilitySet.MessageRedaction) != 0,
            EventKind.Rename => (capabilities & CapabilitySet.ChannelRename) != 0,
            EventKind.Setname => (capabilities & CapabilitySet.Setname) != 0,
            _ => true,
        };
    }

    /// <summary>How a line goes into a queue that is full.</summary>
    private enum Way { FanOut, OwnAffair, Answer }
}
