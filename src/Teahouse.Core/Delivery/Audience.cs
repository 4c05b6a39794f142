using System.Collections.Immutable;
using Teahouse.Core.Events;
using Teahouse.Core.Users;

namespace Teahouse.Core.Delivery;

/// <summary>
/// Who on this node hears one conversation. It keeps the last number delivered: what is lower or equal is dropped,
/// so delivering twice shows once. Used only from the conversation's owner, except <see cref="Collect"/>.
/// </summary>
/// <param name="server">Its name: who numbered placeholders come from.</param>
internal abstract class Audience(string server)
{
    private readonly FanOut _fanOut = new(server);

    /// <summary>The last number delivered here.</summary>
    public long Delivered { get; set; }

    /// <summary>Begins a new era, or the first one: nothing of it is delivered yet beyond <paramref name="sequence"/>.</summary>
    public void Begin(long sequence) => Delivered = sequence;

    /// <returns>False if numbers are missing before this one: the owner fills them from the log first.</returns>
    /// <param name="to">Whose sessions hear it, the others only its number; default: all.</param>
    public bool Deliver(Event happened, UserId by, Origin? origin, ImmutableArray<UserId> to = default)
    {
        if (happened.Place.IsNumbered)
        {
            if (happened.Place.Sequence <= Delivered) return true;
            if (happened.Place.Sequence > Delivered + 1) return false;
            Delivered = happened.Place.Sequence;
        }
        var message = new RenderedMessage(happened);
        var chosen = to.IsDefault ? null : to.ToHashSet();
        foreach (var subscriber in Subscribers())
        {
            if (chosen is null || chosen.Contains(subscriber.User)) _fanOut.Offer(subscriber, message, by, origin, ToSelf);
            else if (happened.Place.IsNumbered) _fanOut.OfferNumber(subscriber, message);
        }
        return true;
    }

    /// <summary>An entry that cannot be read: who counts is told its number.</summary>
    public void Skip(Event placeholder)
    {
        Delivered = placeholder.Place.Sequence;
        var message = new RenderedMessage(placeholder);
        foreach (var subscriber in Subscribers()) _fanOut.OfferNumber(subscriber, message);
    }

    /// <summary>After a batch: every touched queue is drained once.</summary>
    public void Drain() => _fanOut.Drain();

    /// <summary>From now on these identities hear it.</summary>
    public virtual void Address(ImmutableArray<string> hearers) { }

    public virtual void Add(UserId user, Subscriber subscriber) { }

    public virtual void Remove(UserId user) { }

    public virtual void Remove(Subscriber subscriber) { }

    /// <summary>The sessions that hear it now; any thread.</summary>
    /// <param name="to">Only those of these users; default: all.</param>
    public void Collect(ISet<Subscriber> into, ImmutableArray<UserId> to = default)
    {
        foreach (var subscriber in Subscribers())
            if (to.IsDefault || to.Contains(subscriber.User)) into.Add(subscriber);
    }

    /// <summary>A direct chat with oneself.</summary>
    protected virtual bool ToSelf => false;

    protected abstract ReadOnlySpan<Subscriber> Subscribers();
}

/// <summary>The sessions of a channel's members.</summary>
internal sealed class ChannelAudience(string server) : Audience(server)
{
    private readonly HashSet<Subscriber> _subscribers = [];
    private readonly Lock _gate = new();
    private Subscriber[]? _listed = [];

    public override void Add(UserId user, Subscriber subscriber)
    {
        lock (_gate) if (_subscribers.Add(subscriber)) _listed = null;
    }

    public override void Remove(UserId user)
    {
        lock (_gate) if (_subscribers.RemoveWhere(s => s.User == user) > 0) _listed = null;
    }

    public override void Remove(Subscriber subscriber)
    {
        lock (_gate) if (_subscribers.Remove(subscriber)) _listed = null;
    }

    protected override ReadOnlySpan<Subscriber> Subscribers()
    {
        lock (_gate) return _listed ??= [.. _subscribers];
    }
}

/// <summary>The sessions of the two sides of a direct chat, whoever is there at the moment.</summary>
internal sealed class DirectAudience(SubscriberRegistry registry, string one, string other, string server) : Audience(server)
{
    protected override bool ToSelf => one == other;

    protected override ReadOnlySpan<Subscriber> Subscribers()
    {
        var first = registry.Of(one);
        if (one == other) return first;
        var second = registry.Of(other);
        return first.Length == 0 ? second : second.Length == 0 ? first : (Subscriber[])[.. first, .. second];
    }
}

/// <summary>Those whom the last message to a status was for.</summary>
internal sealed class StatusAudience(SubscriberRegistry registry, string server) : Audience(server)
{
    private ImmutableArray<string> _hearers = [];

    public override void Address(ImmutableArray<string> hearers) => _hearers = hearers;

    protected override ReadOnlySpan<Subscriber> Subscribers() => _hearers.Distinct().SelectMany(registry.Of).ToArray();
}
