using Teahouse.Core.Users;

namespace Teahouse.Core.Delivery;

/// <summary>The receiving side of one session on this node.</summary>
internal sealed class Subscriber(SessionId session, SendQueue queue)
{
    private uint capabilities;
    private long user;

    public SessionId Session => session;

    public SendQueue Queue => queue;

    /// <summary>Changed by the session's loop, read by every fan-out.</summary>
    public CapabilitySet Capabilities
    {
        get => (CapabilitySet)Volatile.Read(ref capabilities);
        set => Volatile.Write(ref capabilities, (uint)value);
    }

    /// <summary>Whose session this is; default until it is registered.</summary>
    public UserId User
    {
        get => new(Volatile.Read(ref user));
        set => Volatile.Write(ref user, value.Value);
    }

    public bool Has(CapabilitySet wanted) => (Capabilities & wanted) == wanted;
}
