using System.Collections.Immutable;
using Teahouse.Server.Configuration;

namespace Teahouse.Server.Listeners;

/// <summary>The places where the server listens.</summary>
/// <param name="Replaced">Default ports that were taken, with those used instead; only at the first start.</param>
internal sealed record ListenerSet(ImmutableArray<BoundListener> Bound, ImmutableArray<ReplacedPort> Replaced) : IDisposable
{
    public static readonly ListenerSet None = new([], []);

    public IEnumerable<ListenerPlace> Places => Bound.Select(listener => new ListenerPlace(listener.Options, listener.EndPoint.Port));

    public int? PortOf(ListenerRole role) => Bound.FirstOrDefault(listener => listener.Role == role)?.EndPoint.Port;

    public void Dispose()
    {
        foreach (var listener in Bound) listener.Socket.Dispose();
    }
}

internal sealed record ReplacedPort(int Wanted, int Taken);

/// <summary>A listener as people find it: what is spoken there, and its port.</summary>
internal sealed record ListenerPlace(ListenerOptions Options, int Port);
