using System.Collections.Immutable;
using Teahouse.Core.Accounts;
using Teahouse.Server.Configuration;

namespace Teahouse.Server.Listeners;

/// <summary>Decides where to listen, and takes the ports.</summary>
internal static class ListenerPlan
{
    /// <exception cref="Hosting.StartupException">A port is taken, or not ours to take.</exception>
    public static async Task<ListenerSet> BindAsync(TeahouseConfiguration configuration, ISecretStore secrets, CancellationToken cancel)
    {
        if (!configuration.Listeners.IsEmpty) return new([.. BindAll(Configured(configuration), replaceTaken: false).SelectMany(one => one.Bound)], []);
        var ports = await RememberedPorts.LoadAsync(secrets, cancel);
        var bound = BindAll(DefaultListeners.Plan(ports), ports.FirstStart);
        if (ports.FirstStart)
            await RememberedPorts.RememberAsync(bound.ToDictionary(one => one.Planned.PortName!, one => one.Bound[0].EndPoint.Port), secrets, cancel);

        var replaced = bound
            .Select(one => new ReplacedPort(one.Planned.EndPoints[0].Port, one.Bound[0].EndPoint.Port))
            .Where(ports => ports.Wanted != ports.Taken);
        return new([.. bound.SelectMany(one => one.Bound)], [.. replaced]);
    }

    /// <summary>Where a server with this configuration would listen, as far as is known without listening.</summary>
    public static async Task<ImmutableArray<ListenerPlace>> PlacesAsync(
        TeahouseConfiguration configuration, ISecretStore secrets, CancellationToken cancel)
    {
        var planned = configuration.Listeners.IsEmpty
            ? DefaultListeners.Plan(await RememberedPorts.LoadAsync(secrets, cancel))
            : Configured(configuration);
        return [.. planned.Select(listener => new ListenerPlace(listener.Options, listener.EndPoints[0].Port))];
    }

    private static IEnumerable<PlannedListener> Configured(TeahouseConfiguration configuration) =>
        configuration.Listeners.Select(listen => new PlannedListener(listen, listen.Address!.EndPoints));

    private static List<(PlannedListener Planned, ImmutableArray<BoundListener> Bound)> BindAll(
        IEnumerable<PlannedListener> planned, bool replaceTaken)
    {
        var done = new List<(PlannedListener, ImmutableArray<BoundListener> Bound)>();
        try
        {
            foreach (var listener in planned) done.Add((listener, SocketBinder.Bind(listener, replaceTaken)));
            return done;
        }
        catch
        {
            foreach (var listener in done.SelectMany(one => one.Bound)) listener.Socket.Dispose();
            throw;
        }
    }
}
