using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using Teahouse.Check.Faults;

namespace Teahouse.Check.Tests.Faults;

public sealed class FaultProxyTests : IAsyncDisposable
{
    private readonly TcpListener _server = new(System.Net.IPAddress.Loopback, 0);
    private readonly FakeTimeProvider _time = new();
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private FaultSource? _faults;
    private FaultProxy? _proxy;

    public FaultProxyTests()
    {
        _patience.CancelAfter(TimeSpan.FromSeconds(60));
        _server.Start();
    }

    private CancellationToken Patience => _patience.Token;

    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null) await _proxy.DisposeAsync();
        _server.Stop();
        _patience.Dispose();
    }

    [Fact]
    public async Task Without_a_fault_everything_comes_through_both_ways_and_the_end_too()
    {
        var (client, server) = await ConnectAsync(FaultPlan.None);
        await client.SendAsync("hello"u8.ToArray(), Patience);
        Assert.Equal("hello"u8.ToArray(), await ReadAsync(server, 5));
        await server.SendAsync("world"u8.ToArray(), Patience);
        Assert.Equal("world"u8.ToArray(), await ReadAsync(client, 5));
        client.Shutdown(SocketShutdown.Both);
        Assert.Empty(await ReadAsync(server, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_cut_lets_just_so_many_bytes_through(int after)
    {
        var (client, server) = await ConnectAsync(new([], [new(FaultKinds.Cut, after)]));
        await server.SendAsync("0123456789"u8.ToArray(), Patience);
        Assert.Equal("0123456789"u8[..after].ToArray(), await ReadAsync(client, 100));
        Assert.Empty(await ReadAsync(server, 1));
        Assert.Equal(1, _faults!.Counts[FaultKinds.Cut]);
    }

    [Fact]
    public async Task A_cut_counts_the_bytes_of_all_that_was_sent_before()
    {
        var (client, server) = await ConnectAsync(new([new(FaultKinds.Cut, 7)], []));
        await client.SendAsync("01234"u8.ToArray(), Patience);
        Assert.Equal("01234"u8.ToArray(), await ReadAsync(server, 5));
        await client.SendAsync("56789"u8.ToArray(), Patience);
        Assert.Equal("56"u8.ToArray(), await ReadAsync(server, 100));
    }

    [Fact]
    public async Task A_reset_is_one_at_both_ends()
    {
        var (client, server) = await ConnectAsync(new([new(FaultKinds.Reset, 3)], []));
        await client.SendAsync("0123456789"u8.ToArray(), Patience);
        Assert.Equal(SocketError.ConnectionReset, await ErrorAsync(client));
        Assert.Equal(SocketError.ConnectionReset, await ErrorAsync(server));
    }

    [Fact]
    public async Task Of_a_half_open_connection_neither_end_is_told_and_nothing_comes_through()
    {
        var (client, server) = await ConnectAsync(new([new(FaultKinds.HalfOpen, 3, TimeSpan.FromSeconds(5), BothWays: true)], []));
        await client.SendAsync("0123456789"u8.ToArray(), Patience);
        Assert.Equal("012"u8.ToArray(), await ReadAsync(server, 3));
        await MetAsync(FaultKinds.HalfOpen);
        await server.SendAsync("lost"u8.ToArray(), Patience);
        var fromServer = ReadAsync(client, 1);
        var fromClient = ReadAsync(server, 1);
        client.Shutdown(SocketShutdown.Send);
        // The server notices only when the time of the ghost is over.
        Assert.False(fromClient.IsCompleted);
        while (!fromClient.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        Assert.Empty(await fromClient);
        Assert.Empty(await fromServer);
    }

    [Fact]
    public async Task Half_open_one_way_the_other_way_goes_on()
    {
        var (client, server) = await ConnectAsync(new([], [new(FaultKinds.HalfOpen, 2)]));
        await server.SendAsync("0123"u8.ToArray(), Patience);
        Assert.Equal("01"u8.ToArray(), await ReadAsync(client, 2));
        await client.SendAsync("still"u8.ToArray(), Patience);
        Assert.Equal("still"u8.ToArray(), await ReadAsync(server, 5));
    }

    [Fact]
    public async Task A_stall_lasts_as_long_as_it_says_and_loses_nothing()
    {
        var (client, server) = await ConnectAsync(new([], [new(FaultKinds.Stall, 2, TimeSpan.FromHours(1))]));
        await server.SendAsync("0123"u8.ToArray(), Patience);
        Assert.Equal("01"u8.ToArray(), await ReadAsync(client, 2));
        var rest = ReadAsync(client, 2);
        await MetAsync(FaultKinds.Stall);
        _time.Advance(TimeSpan.FromMinutes(59));
        await client.SendAsync("x"u8.ToArray(), Patience);
        await ReadAsync(server, 1);
        Assert.False(rest.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("23"u8.ToArray(), await rest);
    }

    [Fact]
    public async Task What_drips_comes_a_few_bytes_at_a_time_and_then_the_rest_at_once()
    {
        var (client, server) = await ConnectAsync(new([], [new(FaultKinds.Drip, 1, Bytes: 6)]));
        await server.SendAsync("0123456789"u8.ToArray(), Patience);
        Assert.Equal("0123"u8.ToArray(), await ReadAsync(client, 4));
        Assert.Equal(0, client.Available);
        var rest = ReadAsync(client, 6);
        while (!rest.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }
        Assert.Equal("456789"u8.ToArray(), await rest);
    }

    [Fact]
    public async Task After_the_end_of_faults_nothing_happens_any_more()
    {
        var (client, server) = await ConnectAsync(new([], [new(FaultKinds.Cut, 2)]));
        _faults!.End();
        await server.SendAsync("0123"u8.ToArray(), Patience);
        Assert.Equal("0123"u8.ToArray(), await ReadAsync(client, 4));
        Assert.Empty(_faults.Counts);
        Assert.Same(FaultPlan.None, _faults.Plan(0, 2));
    }

    private async Task<(Socket Client, Socket Server)> ConnectAsync(FaultPlan plan)
    {
        _faults = new((_, _) => plan);
        _proxy = new(_server.LocalEndpoint, _faults, 0, _time);
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await client.ConnectAsync(_proxy.Address, Patience);
        return (client, await _server.AcceptSocketAsync(Patience));
    }

    /// <summary>The bytes before the fault come through before it begins; this waits until it has begun.</summary>
    private async Task MetAsync(FaultKinds kind)
    {
        while (!_faults!.Counts.ContainsKey(kind))
        {
            Patience.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>So many bytes, or fewer if the connection ends.</summary>
    private async Task<byte[]> ReadAsync(Socket socket, int count)
    {
        var buffer = new byte[count];
        var read = 0;
        while (read < count && await socket.ReceiveAsync(buffer.AsMemory(read), Patience) is > 0 and var more) read += more;
        return buffer[..read];
    }

    private async Task<SocketError> ErrorAsync(Socket socket)
    {
        try
        {
            while (await socket.ReceiveAsync(new byte[100], Patience) > 0)
            {
                // What came before the reset.
            }
            return SocketError.Success;
        }
        catch (SocketException error)
        {
            return error.SocketErrorCode;
        }
    }
}
