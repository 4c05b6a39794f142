using System.IO.Pipelines;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Time.Testing;
using Teahouse.Server.Listeners;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Listeners;

public sealed class ProxyHeaderStepTests
{
    private static readonly IPAddress Proxy = IPAddress.Parse("10.0.0.1");
    private static readonly IPAddress Stranger = IPAddress.Parse("192.0.2.1");

    private readonly FakeTimeProvider _time = new();
    private readonly Pipe _input = new();
    private (string Address, string FirstBytes)? _served;

    [Fact]
    public async Task A_trusted_proxy_names_the_client_by_its_first_line()
    {
        var connection = await RunAsync(Proxy, demanded: false, "PROXY TCP4 203.0.113.9 10.0.0.2 5000 6667\r\nNICK ann\r\n");

        Assert.Equal(("203.0.113.9", "NICK ann\r\n"), _served);
        Assert.False(connection.ConnectionClosed.IsCancellationRequested);
    }

    [Fact]
    public async Task A_strangers_header_is_an_ordinary_line()
    {
        await RunAsync(Stranger, demanded: false, "PROXY TCP4 203.0.113.9 10.0.0.2 5000 6667\r\n");

        Assert.Equal(("192.0.2.1", "PROXY TCP4 203.0.113.9 10.0.0.2 5000 6667\r\n"), _served);
    }

    [Fact]
    public async Task A_trusted_peer_need_not_send_one()
    {
        await RunAsync(Proxy, demanded: false, "NICK ann\r\n");

        Assert.Equal(("10.0.0.1", "NICK ann\r\n"), _served);
    }

    [Fact]
    public async Task A_trusted_peer_that_is_silent_is_served_after_a_while()
    {
        var running = RunAsync(Proxy, demanded: false, "");
        _time.Advance(TimeSpan.FromSeconds(11));
        await running;

        Assert.Equal(("10.0.0.1", ""), _served);
    }

    [Theory]
    [InlineData("10.0.0.1", "NICK ann\r\n")]
    [InlineData("10.0.0.1", "PROXY TCP4 nonsense\r\n")]
    [InlineData("192.0.2.1", "PROXY TCP4 203.0.113.9 10.0.0.2 5000 6667\r\n")]
    public async Task Where_a_header_is_demanded_nobody_is_served_without_a_trusted_one(string peer, string input)
    {
        var connection = await RunAsync(IPAddress.Parse(peer), demanded: true, input);

        Assert.Null(_served);
        var closed = new TaskCompletionSource();
        await using var registered = connection.ConnectionClosed.Register(closed.SetResult);
        await closed.Task.WaitAsync(Patience.Limit);
    }

    private async Task<ConnectionContext> RunAsync(IPAddress peer, bool demanded, string input)
    {
        var connection = new DefaultConnectionContext
        {
            Transport = new Duplex(_input.Reader, new Pipe().Writer),
            RemoteEndPoint = new IPEndPoint(peer, 1),
        };
        await _input.Writer.WriteAsync(Encoding.ASCII.GetBytes(input));
        await new ProxyHeaderStep([IPNetwork.Parse("10.0.0.0/24")], _time).RunAsync(connection, demanded, Serve);
        return connection;
    }

    private Task Serve(ConnectionContext connection)
    {
        var bytes = connection.Transport.Input.TryRead(out var read) ? Encoding.ASCII.GetString(read.Buffer) : "";
        _served = (((IPEndPoint)connection.RemoteEndPoint!).Address.ToString(), bytes);
        return Task.CompletedTask;
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
