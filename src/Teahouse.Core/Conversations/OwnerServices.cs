using Microsoft.Extensions.Logging;
using Teahouse.Core.Delivery;
using Teahouse.Core.Identity;
using Teahouse.Core.Log;

namespace Teahouse.Core.Conversations;

/// <summary>What every owner shares.</summary>
/// <param name="Server">Its name.</param>
/// <param name="Recorded">Whether this server keeps history.</param>
/// <param name="Started">Milliseconds since 1970 UTC of the process's start.</param>
internal sealed record OwnerServices(
    IMessageLog Log, TimeProvider Time, MsgIds MsgIds, SubscriberRegistry Registry, ChannelRules Rules, string Server, bool Recorded, long Started, ILogger Logger)
{
    private long _passing;
    private int _formed;
    private int _planted;

    /// <summary>Called in the turn in which a channel got another name, with what was told and what it is now.</summary>
    public Action<Events.Event, ChannelView> Renamed { get; set; } = (_, _) => { };

    /// <summary>
    /// Awaited before a message is taken away, with the era in which it was stored: what must be known afterwards, also after a crash, is noted.
    /// Unless the outcome is <see cref="AppendOutcome.Stored"/> the message stays.
    /// </summary>
    public Func<ConversationId, int, Events.Event, ValueTask<AppendOutcome>> TakingAway { get; init; } = (_, _, _) => new(AppendOutcome.Stored);

    /// <summary>Called when a message was taken away, with what it was; waits for nothing.</summary>
    public Action<Events.Event> TakenAway { get; init; } = _ => { };

    /// <summary>Called when something has been stored in a conversation; waits for nothing.</summary>
    public Action<ConversationId> Stored { get; init; } = _ => { };

    /// <summary>Ids of this time (milliseconds) and before are taken no more: they may be forgotten.</summary>
    public long OnceMark => Math.Max(Forgotten(), Now - Once.OnceTimes.Window);

    /// <summary>Ids of this time and before may be forgotten.</summary>
    public Func<long> Forgotten { get; init; } = () => 0;

    /// <summary>What a test wants to be found.</summary>
    public Hosting.PlantedFault Planted { get; init; }

    /// <summary>How often a planted fault could have shown, this time included.</summary>
    public int CountPlanted() => Interlocked.Increment(ref _planted);

    public InFlight InFlight { get; } = new();

    /// <summary>Channels that somebody is in.</summary>
    public int Formed => Volatile.Read(ref _formed);

    public long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A channel's first member has come, or its last one has left.</summary>
    public void CountFormed(int by) => Interlocked.Add(ref _formed, by);

    /// <summary>A msgid for what has no number: unique, and in no conversation.</summary>
    public string PassingMsgId() => MsgIds.Encode(new ConversationId(0), (int)(Started / 1000 & 0xffffff), Interlocked.Increment(ref _passing));
}
