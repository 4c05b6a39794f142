using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;
using Teahouse.Server.Transport;

namespace Teahouse.Server.Tests.Transport;

public sealed class SocketConnectionTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Socket _listening = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _peer = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private SocketConnection _connection = null!;

    public async ValueTask InitializeAsync()
    {
        _listening.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listening.Listen();
        var listener = new SocketListener(_listening.LocalEndPoint!, _listening, inline: true, TimeProvider.System, NullLogger.Instance);
        await _peer.ConnectAsync(_listening.LocalEndPoint!);
        _connection = (await listener.AcceptAsync(TestContext.Current.CancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        _peer.Dispose();
        await _connection.DisposeAsync();
        _listening.Dispose();
    }

    [Fact]
    public async Task What_arrives_is_read_and_what_is_not_consumed_stays()
    {
        await _peer.SendAsync("one\ntw"u8.ToArray());
        var first = await ReadAsync();
        Assert.Equal("one\ntw", Text(first));
        _connection.Input.AdvanceTo(first.Buffer.GetPosition(4), first.Buffer.End);
        var reading = ReadAsync();
        Assert.False(reading.IsCompleted);
        await _peer.SendAsync("o\n"u8.ToArray());
        var second = await reading;
        Assert.Equal("two\n", Text(second));
        _connection.Input.AdvanceTo(second.Buffer.End);
    }

    [Fact]
    public async Task What_was_not_examined_is_there_at_once()
    {
        await _peer.SendAsync("one\ntwo\n"u8.ToArray());
        var first = await ReadAsync();
        _connection.Input.AdvanceTo(first.Buffer.GetPosition(4));
        Assert.True(_connection.Input.TryRead(out var second));
        Assert.Equal("two\n", Text(second));
        _connection.Input.AdvanceTo(second.Buffer.End);
        Assert.False(_connection.Input.TryRead(out _));
    }

    [Fact]
    public async Task A_long_text_comes_whole_however_its_reader_takes_it()
    {
        var text = new string('x', 500_000) + "\n";
        var sending = _peer.SendAsync(Encoding.ASCII.GetBytes(text));
        var length = 0L;
        while (length < text.Length)
        {
            var read = await ReadAsync();
            var taken = Math.Min(read.Buffer.Length, 1000);
            length += taken;
            _connection.Input.AdvanceTo(read.Buffer.GetPosition(taken));
        }
        Assert.Equal(text.Length, length);
        Assert.Equal(text.Length, await sending);
    }

    [Fact]
    public async Task A_wait_is_ended_without_anything_having_arrived()
    {
        var reading = ReadAsync();
        _connection.Input.CancelPendingRead();
        var canceled = await reading;
        Assert.True(canceled.IsCanceled);
        _connection.Input.AdvanceTo(canceled.Buffer.End);
        _connection.Input.CancelPendingRead();
        Assert.True((await ReadAsync()).IsCanceled);
        await _peer.SendAsync("after"u8.ToArray());
        Assert.Equal("after", Text(await ReadAsync()));
    }

    [Fact]
    public async Task A_token_ends_a_wait_and_the_next_one_works()
    {
        using var stop = new CancellationTokenSource();
        var reading = _connection.Input.ReadAsync(stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(Patience));
        await _peer.SendAsync("after"u8.ToArray());
        Assert.Equal("after", Text(await ReadAsync()));
    }

    [Fact]
    public async Task The_peers_end_is_the_end_of_what_is_read()
    {
        await _peer.SendAsync("last"u8.ToArray());
        _peer.Shutdown(SocketShutdown.Send);
        var read = await ReadAsync();
        while (!read.IsCompleted)
        {
            _connection.Input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await ReadAsync();
        }
        Assert.Equal("last", Text(read));
    }

    [Fact]
    public async Task A_broken_connection_is_said_to_be_one()
    {
        var reading = ReadAsync();
        // A close that waits for nothing resets it.
        _peer.LingerState = new LingerOption(true, 0);
        _peer.Close();
        await Assert.ThrowsAsync<ConnectionResetException>(() => reading);
    }

    [Fact]
    public async Task What_is_written_goes_out_with_the_flush_and_in_order()
    {
        _connection.Output.Write("one "u8);
        _connection.Output.Write("two "u8);
        await _connection.Output.FlushAsync(TestContext.Current.CancellationToken);
        await _connection.Output.WriteAsync("three"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("one two three", await HeardAsync(13));
    }

    [Fact]
    public async Task A_flush_waits_for_a_peer_that_does_not_read_and_loses_nothing()
    {
        var block = new byte[1024 * 1024];
        for (var i = 0; i < block.Length; i++) block[i] = (byte)(i % 251);
        var sent = 0;
        Task<FlushResult> waiting;
        do
        {
            waiting = _connection.Output.WriteAsync(block, CancellationToken.None).AsTask();
            sent++;
        }
        while (waiting.IsCompleted);
        var received = new byte[sent * block.Length];
        for (var at = 0; at < received.Length;) at += await _peer.ReceiveAsync(received.AsMemory(at), TestContext.Current.CancellationToken);
        await waiting.WaitAsync(Patience, TestContext.Current.CancellationToken);
        for (var i = 0; i < sent; i++) Assert.True(received.AsSpan(i * block.Length, block.Length).SequenceEqual(block));
    }

    [Fact]
    public async Task Who_writes_to_a_peer_that_is_gone_is_told_so()
    {
        _peer.LingerState = new LingerOption(true, 0);
        _peer.Close();
        await Assert.ThrowsAsync<ConnectionResetException>(ReadAsync);
        Assert.True((await _connection.Output.WriteAsync("text"u8.ToArray(), TestContext.Current.CancellationToken)).IsCompleted);
    }

    [Fact]
    public async Task The_last_word_reaches_a_peer_that_was_still_sending()
    {
        await _peer.SendAsync(new byte[100_000]);
        await _connection.Output.WriteAsync("goodbye"u8.ToArray(), TestContext.Current.CancellationToken);
        var closing = _connection.DisposeAsync().AsTask();
        Assert.Equal("goodbye", await HeardAsync(7));
        Assert.Equal(0, await _peer.ReceiveAsync(new byte[1], TestContext.Current.CancellationToken));
        _peer.Close();
        await closing.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    private Task<ReadResult> ReadAsync() => _connection.Input.ReadAsync(CancellationToken.None).AsTask().WaitAsync(Patience);

    private async Task<string> HeardAsync(int length)
    {
        var bytes = new byte[length];
        for (var at = 0; at < length;)
        {
            var count = await _peer.ReceiveAsync(bytes.AsMemory(at), TestContext.Current.CancellationToken);
            if (count == 0) break;
            at += count;
        }
        return Encoding.ASCII.GetString(bytes);
    }

    private static string Text(ReadResult read) => Encoding.ASCII.GetString(read.Buffer);
}
