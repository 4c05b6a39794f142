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
    private readonly MessagePass _pass = new();

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
        if (Gathers && to.IsDefault && happened.Kind.IsMessage())
        {
            if (_pass.TryAdd(message, by, origin)) return true;
            Spread();
            return _pass.TryAdd(message, by, origin);
        }
        Spread();
        var chosen = to.IsDefault ? null : to.ToHashSet();
        var subscribers = Subscribers();
        var eras = Eras();
        for (var i = 0; i < subscribers.Length; i++)
        {
            var subscriber = subscribers[i];
            int? era = eras.IsEmpty ? null : eras[i];
            if (chosen is null || chosen.Contains(subscriber.User)) _fanOut.Offer(subscriber, message, by, origin, ToSelf, era);
            else if (happened.Place.IsNumbered) _fanOut.OfferNumber(subscriber, message, era);
        }
        return true;
    }

    /// <summary>An entry that cannot be read: who counts is told its number.</summary>
    public void Skip(Event placeholder)
    {
        Spread();
        Delivered = placeholder.Place.Sequence;
        var message = new RenderedMessage(placeholder);
        var subscribers = Subscribers();
        var eras = Eras();
        for (var i = 0; i < subscribers.Length; i++) _fanOut.OfferNumber(subscribers[i], message, eras.IsEmpty ? null : eras[i]);
    }

    /// <summary>After a batch: every touched queue is drained once.</summary>
    public void Drain()
    {
        Spread();
        _fanOut.Drain();
    }

    /// <summary>From now on these identities hear it.</summary>
    public virtual void Address(ImmutableArray<string> hearers) { }

    public virtual void Add(UserId user, Subscriber subscriber) { }

    public virtual void Remove(UserId user) { }

    public virtual void Remove(Subscriber subscriber) { }

    /// <summary>Whether the session hears what is said here, or does not belong here at all.</summary>
    public virtual bool IsLive(Subscriber subscriber) => true;

    /// <summary>Who fell behind has caught up, and hears again what is said.</summary>
    public virtual void GoLive(Subscriber subscriber) { }

    /// <summary>The sessions that hear it now; any thread.</summary>
    /// <param name="to">Only those of these users; default: all.</param>
    public void Collect(ISet<Subscriber> into, ImmutableArray<UserId> to = default)
    {
        foreach (var subscriber in Subscribers())
            if (to.IsDefault || to.Contains(subscriber.User)) into.Add(subscriber);
    }

    /// <summary>Its receivers change by its own methods alone, so that messages may be told a little later than they come: together.</summary>
    protected virtual bool Gathers => false;

    /// <summary>Tells what was gathered; before the receivers change, and before anything that is told at once.</summary>
    protected void Spread()
    {
        if (_pass.IsEmpty) return;
        var subscribers = Subscribers();
        var eras = Eras();
        for (var i = 0; i < subscribers.Length; i++) _fanOut.Offer(subscribers[i], _pass, eras.IsEmpty ? null : eras[i]);
        _pass.Clear();
    }

    /// <summary>A direct chat with oneself.</summary>
    protected virtual bool ToSelf => false;

    protected abstract ReadOnlySpan<Subscriber> Subscribers();

    /// <summary>
    /// Beside each of those that <see cref="Subscribers"/> gave last: the era of its queue in which it is live. In another one it has
    /// fallen behind, and is told nothing that it has to fetch. Empty: they are always live.
    /// </summary>
    protected virtual ReadOnlySpan<int> Eras() => default;
}

/// <summary>The sessions of a channel's members.</summary>
internal sealed class ChannelAudience(string server) : Audience(server)
{
    private readonly Dictionary<Subscriber, int> _subscribers = [];
    private readonly Lock _gate = new();
    private Subscriber[]? _listed = [];
    private int[] _eras = [];

    /// <summary>Who is here already stays as live as it was.</summary>
    public override void Add(UserId user, Subscriber subscriber)
    {
        Spread();
        lock (_gate) if (_subscribers.TryAdd(subscriber, subscriber.Queue.Era)) _listed = null;
    }

    public override void Remove(UserId user)
    {
        Spread();
        lock (_gate)
        {
            foreach (var subscriber in _subscribers.Keys)
                if (subscriber.User == user && _subscribers.Remove(subscriber)) _listed = null;
        }
    }

    public override void Remove(Subscriber subscriber)
    {
        Spread();
        lock (_gate) if (_subscribers.Remove(subscriber)) _listed = null;
    }

    public override bool IsLive(Subscriber subscriber)
    {
        lock (_gate) return !_subscribers.TryGetValue(subscriber, out var era) || era == subscriber.Queue.Era;
    }

    public override void GoLive(Subscriber subscriber)
    {
        Spread();
        lock (_gate)
        {
            if (!_subscribers.ContainsKey(subscriber)) return;
            _subscribers[subscriber] = subscriber.Queue.Era;
            _listed = null;
        }
    }

    protected override ReadOnlySpan<Subscriber> Subscribers()
    {
        lock (_gate)
        {
            if (_listed is not null) return _listed;
            _eras = [.. _subscribers.Values];
            return _listed = [.. _subscribers.Keys];
        }
    }

    protected override ReadOnlySpan<int> Eras() => _eras;

    protected override bool Gathers => true;
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
