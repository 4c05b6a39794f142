using System.Net;
using System.Net.Sockets;
using Teahouse.Core.Accounts;
using Teahouse.Server.Configuration;
using Teahouse.Server.Hosting;
using Teahouse.Server.Listeners;

namespace Teahouse.Server.Tests.Listeners;

public sealed class SocketBinderTests : IDisposable
{
    private readonly TcpListener _other = new(IPAddress.Loopback, 0);

    public SocketBinderTests() => _other.Start();

    private int TakenPort => ((IPEndPoint)_other.LocalEndpoint).Port;

    [Fact]
    public void A_default_port_that_is_taken_at_the_first_start_is_replaced_by_the_next_free_one()
    {
        var bound = SocketBinder.Bind(Planned(TakenPort), replaceTaken: true);

        var listener = Assert.Single(bound);
        Assert.InRange(listener.EndPoint.Port, TakenPort + 1, TakenPort + 100);
        listener.Socket.Dispose();
    }

    [Fact]
    public void A_port_that_may_not_be_replaced_stops_the_start_with_a_sentence()
    {
        var error = Assert.Throws<StartupException>(() => SocketBinder.Bind(Planned(TakenPort), replaceTaken: false));

        Assert.Equal($"Cannot listen on 127.0.0.1:{TakenPort}: the port is taken by another program.", error.Message);
    }

    [Fact]
    public void An_address_of_another_machine_is_never_replaced()
    {
        var planned = new PlannedListener(new ListenerOptions(), [new IPEndPoint(IPAddress.Parse("192.0.2.77"), 0)]);

        var error = Assert.Throws<StartupException>(() => SocketBinder.Bind(planned, replaceTaken: true));

        Assert.Contains("this machine has no such address", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_of_one_listener_get_the_same_port()
    {
        var bound = SocketBinder.Bind(
            new PlannedListener(new ListenerOptions(), [new(IPAddress.Loopback, 0), new(IPAddress.IPv6Loopback, 0)]), replaceTaken: false);

        Assert.Single(bound.Select(listener => listener.EndPoint.Port).Distinct());
        foreach (var listener in bound) listener.Socket.Dispose();
    }

    [Fact]
    public async Task What_the_system_may_keep_for_a_slow_reader_is_bounded_too()
    {
        using var listener = Assert.Single(SocketBinder.Bind(
            new PlannedListener(new ListenerOptions(), [new(IPAddress.Loopback, 0)]), replaceTaken: false)).Socket;
        using var reader = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await reader.ConnectAsync(listener.LocalEndPoint!, TestContext.Current.CancellationToken);
        using var accepted = await listener.AcceptAsync(TestContext.Current.CancellationToken);

        // Linux counts its own book-keeping too, and doubles it for that.
        Assert.InRange(accepted.SendBufferSize, 128 * 1024, 256 * 1024);
    }

    [Fact]
    public async Task Ports_of_the_first_start_are_those_of_every_later_one()
    {
        var secrets = new MemorySecretStore();
        var first = await RememberedPorts.LoadAsync(secrets, default);
        Assert.True(first.FirstStart);
        await RememberedPorts.RememberAsync(new Dictionary<string, int> { ["irc"] = 6670 }, secrets, default);

        var later = await RememberedPorts.LoadAsync(secrets, default);

        Assert.False(later.FirstStart);
        var plan = DefaultListeners.Plan(later);
        Assert.Equal([6670, 6670], plan[0].EndPoints.Select(endPoint => endPoint.Port));
        Assert.Equal([6697, 8067, 8443], plan.Skip(1).Select(listener => listener.EndPoints[0].Port));
    }

    [Fact]
    public async Task By_default_plain_text_is_for_this_machine_only()
    {
        foreach (var listener in DefaultListeners.Plan(await RememberedPorts.LoadAsync(new MemorySecretStore(), default)))
            Assert.Equal(!listener.Options.Tls, listener.EndPoints.All(endPoint => IPAddress.IsLoopback(endPoint.Address)));
    }

    public void Dispose() => _other.Dispose();

    private static PlannedListener Planned(int port) => new(new ListenerOptions(), [new IPEndPoint(IPAddress.Loopback, port)]);
}
