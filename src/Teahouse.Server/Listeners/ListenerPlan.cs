using System.Collections.Immutable;
using Teahouse.Core.Accounts;
using Teahouse.Server.Configuration;

namespace Teahouse.Server.Listeners;

/// <summary>Decides where to listen, and takes the ports.</summary>
internal static class ListenerPlan
{
    /// <exception cref="Hosting.StartupException">A port is taken, or not ours to take.</exception>
    public static async Task<ImmutableArray<BoundListener>> BindAsync(
        TeahouseConfiguration configuration, ISecretStore secrets, CancellationToken cancel)
    {
        if (!configuration.Listeners.IsEmpty)
            return BindAll(configuration.Listeners.Select(listen => new PlannedListener(listen, listen.Address!.EndPoints)), replaceTaken: false);

        var ports = await RememberedPorts.LoadAsync(secrets, cancel);
        var planned = DefaultListeners.Plan(ports);
        var bound = BindAll(planned, ports.FirstStart);
        if (ports.FirstStart)
        {
            var taken = planned.ToDictionary(
                listener => listener.PortName!,
                listener => bound.First(one => ReferenceEquals(one.Options, listener.Options)).EndPoint.Port);
            await RememberedPorts.RememberAsync(taken, secrets, cancel);
        }

        return bound;
    }

    private static ImmutableArray<BoundListener> BindAll(IEnumerable<PlannedListener> planned, bool replaceTaken)
    {
        var bound = ImmutableArray.CreateBuilder<BoundListener>();
        try
        {
            foreach (var listener in planned) bound.AddRange(SocketBinder.Bind(listener, replaceTaken));
            return bound.ToImmutable();
        }
        catch
        {
            foreach (var listener in bound) listener.Socket.Dispose();
            throw;
        }
    }
}
