using System.Net;
using System.Runtime.InteropServices;
using Teahouse.Core.Hosting;

namespace Teahouse.Core.Identity;

/// <summary>
/// What one address may do: connections at a time, connections a minute, registrations an hour, failed logins a minute.
/// IPv6 counts by /64; 0 switches a limit off. Memory is bounded. Any thread may use it.
/// </summary>
public sealed class AddressLimits(Limits limits, TimeProvider time)
{
    private volatile AddressWindow _connects = new(limits.ConnectionRate, TimeSpan.FromMinutes(1), time);
    private volatile AddressWindow _registrations = new(limits.RegistrationsPerHour, TimeSpan.FromHours(1), time);
    private volatile AddressWindow _failures = new(limits.FailedLoginsPerMinute, TimeSpan.FromMinutes(1), time);
    private readonly Lock _lock = new();
    // Bounded by the connections that are open.
    private readonly Dictionary<AddressKey, int> _open = [];

    /// <summary>From now on these hold; where one changed, counting begins anew.</summary>
    public void Adopt(Limits next)
    {
        if (next.ConnectionRate != limits.ConnectionRate) _connects = new(next.ConnectionRate, TimeSpan.FromMinutes(1), time);
        if (next.RegistrationsPerHour != limits.RegistrationsPerHour) _registrations = new(next.RegistrationsPerHour, TimeSpan.FromHours(1), time);
        if (next.FailedLoginsPerMinute != limits.FailedLoginsPerMinute) _failures = new(next.FailedLoginsPerMinute, TimeSpan.FromMinutes(1), time);
        limits = next;
    }

    /// <summary>Counts a new connection; each one that is allowed must be given back by <see cref="Disconnect"/>.</summary>
    public ConnectAnswer Connect(IPAddress address)
    {
        if (!_connects.TryCount(address)) return ConnectAnswer.TooFast;
        var key = AddressKey.Of(address);
        lock (_lock)
        {
            ref var open = ref CollectionsMarshal.GetValueRefOrAddDefault(_open, key, out _);
            if (limits.ConnectionsPerAddress > 0 && open >= limits.ConnectionsPerAddress) return ConnectAnswer.TooMany;
            open++;
            return ConnectAnswer.Allowed;
        }
    }

    public void Disconnect(IPAddress address)
    {
        var key = AddressKey.Of(address);
        lock (_lock)
        {
            ref var open = ref CollectionsMarshal.GetValueRefOrNullRef(_open, key);
            if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref open))
                throw new InvalidOperationException("An address was given back more often than it connected.");
            if (--open == 0) _open.Remove(key);
        }
    }

    /// <summary>Counts an attempt to register an account; false if there were too many.</summary>
    public bool TryRegister(IPAddress address) => _registrations.TryCount(address);

    /// <summary>Whether another login may be tried.</summary>
    public bool MayLogIn(IPAddress address) => _failures.Allows(address);

    /// <summary>Counts a login that was refused.</summary>
    public void LoginFailed(IPAddress address) => _failures.TryCount(address);
}

public enum ConnectAnswer
{
    Allowed,
    /// <summary>As many connections as one address may have are open.</summary>
    TooMany,
    /// <summary>Too many new ones this minute.</summary>
    TooFast,
}
