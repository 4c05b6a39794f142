using System.Collections.Concurrent;
using Teahouse.Core.Users;

namespace Teahouse.Core.Delivery;

/// <summary>The sessions on this node, by id and by the identity they belong to. Safe for any thread.</summary>
internal sealed class SubscriberRegistry
{
    private readonly ConcurrentDictionary<SessionId, Subscriber> _sessions = new();
    private readonly ConcurrentDictionary<string, Subscriber[]> _identities = new(StringComparer.Ordinal);

    public Subscriber? Find(SessionId session) => _sessions.GetValueOrDefault(session);

    /// <summary>An immutable list.</summary>
    public Subscriber[] Of(string identity) => _identities.GetValueOrDefault(identity) ?? [];

    public void Add(string identity, Subscriber subscriber)
    {
        _sessions[subscriber.Session] = subscriber;
        _identities.AddOrUpdate(identity, static (_, one) => [one], static (_, known, one) => [.. known, one], subscriber);
    }

    public void Remove(string identity, Subscriber subscriber)
    {
        _sessions.TryRemove(subscriber.Session, out _);
        while (_identities.TryGetValue(identity, out var known))
        {
            Subscriber[] left = [.. known.Where(s => s != subscriber)];
            if (left.Length == known.Length) return;
            if (left.Length == 0 ? _identities.TryRemove(new(identity, known)) : _identities.TryUpdate(identity, left, known)) return;
        }
    }

    /// <summary>A user without an account logged in: what it was is now the account's.</summary>
    public void Move(string from, string to, Subscriber subscriber)
    {
        Remove(from, subscriber);
        Add(to, subscriber);
    }
}
