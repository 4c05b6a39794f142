using System.Collections.Immutable;
using Teahouse.Core.Users;

namespace Teahouse.Core.Delivery;

/// <summary>The receiving side of one session on this node.</summary>
internal sealed class Subscriber(SessionId session, SendQueue queue)
{
    private ulong _capabilities;
    private long _user;
    private volatile ImmutableHashSet<string> _keys = [];

    public SessionId Session => session;

    public SendQueue Queue => queue;

    /// <summary>Changed by the session's loop, read by every fan-out.</summary>
    public CapabilitySet Capabilities
    {
        get => (CapabilitySet)Volatile.Read(ref _capabilities);
        set => Volatile.Write(ref _capabilities, (ulong)value);
    }

    /// <summary>The server no longer has them. Any thread.</summary>
    public void Drop(CapabilitySet capabilities) => Interlocked.And(ref _capabilities, ~(ulong)capabilities);

    /// <summary>The metadata keys that it subscribed to. Changed by the session's loop, read by every fan-out.</summary>
    public ImmutableHashSet<string> Keys
    {
        get => _keys;
        set => _keys = value;
    }

    /// <summary>Whose session this is; default until it is registered.</summary>
    public UserId User
    {
        get => new(Volatile.Read(ref _user));
        set => Volatile.Write(ref _user, value.Value);
    }

    public bool Has(CapabilitySet wanted) => (Capabilities & wanted) == wanted;
}
