using System.Text;
using System.Threading.Channels;

namespace Teahouse.Client.Tests;

/// <summary>Both ends of a connection in memory: the client's as a transport, the server's as lines of text.</summary>
internal sealed class FakeLink : ITransport
{
    /// <summary>After this long what is awaited will not come any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<byte[]> _toClient = Channel.CreateUnbounded<byte[]>();
    private readonly Channel<string> _toServer = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the client has closed the connection.</summary>
    public Task ClosedByClient => _disposed.Task;

    /// <summary>While set, the client's lines are stuck in its operating system: given, and never to arrive.</summary>
    public bool Stuck { get; set; }

    public void Say(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            _toClient.Writer.TryWrite(Encoding.UTF8.GetBytes(line.Replace("^A", "\u0001", StringComparison.Ordinal)));
    }

    /// <summary>Closes in order.</summary>
    public void Close() => _toClient.Writer.TryComplete();

    /// <summary>Breaks the connection.</summary>
    public void Break() => _toClient.Writer.TryComplete(new TransportException(new(ProblemKind.ConnectionLost, "", "reset")));

    /// <summary>The client's next line.</summary>
    public Task<string> NextAsync() =>
        _toServer.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    /// <summary>Checks the client's next lines.</summary>
    public async Task ExpectAsync(params string[] lines)
    {
        foreach (var line in lines) Assert.Equal(line, await NextAsync());
    }

    /// <summary>The client's next line, its label taken off.</summary>
    public async Task<(string Label, string Line)> NextLabelledAsync()
    {
        var line = await NextAsync();
        Assert.StartsWith("@label=", line, StringComparison.Ordinal);
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return (line["@label=".Length..space], line[(space + 1)..]);
    }

    /// <summary>Checks the client's next line; its label.</summary>
    public async Task<string> ExpectLabelledAsync(string expected)
    {
        var (label, line) = await NextLabelledAsync();
        Assert.Equal(expected, line);
        return label;
    }

    /// <summary>Everything said before has been handled by the client when this ends, and it has sent nothing.</summary>
    public async Task BarrierAsync()
    {
        Say("PING barrier");
        await ExpectAsync("PONG barrier");
    }

    async ValueTask<ReadOnlyMemory<byte>?> ITransport.ReceiveAsync(CancellationToken cancel)
    {
        if (!await _toClient.Reader.WaitToReadAsync(cancel)) return null;
        Assert.True(_toClient.Reader.TryRead(out var line));
        return line;
    }

    async ValueTask ITransport.SendAsync(ReadOnlyMemory<byte> line, CancellationToken cancel)
    {
        if (Stuck) await Task.Delay(Timeout.Infinite, cancel);
        Assert.True(line.Span.EndsWith("\r\n"u8));
        _toServer.Writer.TryWrite(Encoding.UTF8.GetString(line.Span[..^2]));
    }

    ValueTask IAsyncDisposable.DisposeAsync()
    {
        _disposed.TrySetResult();
        return ValueTask.CompletedTask;
    }
}
