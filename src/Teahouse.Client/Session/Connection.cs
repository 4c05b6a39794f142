using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Threading.Channels;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>
/// One attempt to connect, and the connection that came of it: reads and writes beside the loop and reports to it.
/// Used from the loop, where its events are raised too; its two pumps share nothing with it but the bounded queues.
/// </summary>
internal sealed class Connection : IDisposable
{
    // The loop keeps few messages unanswered; a server that lets this many lines stand is gone.
    private const int MostQueued = 1024;

    private readonly Func<CancellationToken, Task<ITransport>> _connect;
    private readonly Mailbox _mailbox;
    private readonly CancellationTokenSource _cancel = new();
    private readonly Channel<OutgoingLine> _queue = Channel.CreateBounded<OutgoingLine>(
        new BoundedChannelOptions(MostQueued) { SingleReader = true, SingleWriter = true });

    private Problem? _reason;

    public Connection(Func<CancellationToken, Task<ITransport>> connect, Mailbox mailbox)
    {
        _connect = connect;
        _mailbox = mailbox;
    }

    public event Action? Opened;

    public event Action<Message>? Received;

    /// <summary>It has ended or could not be made; nothing follows.</summary>
    public event Action<Problem>? Closed;

    /// <summary>Ends when everything of this connection has ended.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    public void Start() => Completion = RunAsync();

    /// <summary>Queues a line; too many waiting ends the connection.</summary>
    public void Send(OutgoingLine line)
    {
        if (!_queue.Writer.TryWrite(line)) Abort(new(ProblemKind.ConnectionLost, "", "The server does not read."));
    }

    /// <summary>Ends it at once; the first reason given is the one that counts.</summary>
    public void Abort(Problem reason)
    {
        _reason ??= reason;
        _cancel.Cancel();
    }

    public void Dispose() => _cancel.Dispose();

    private async Task RunAsync()
    {
        var problem = await ConnectAndReadAsync();
        _queue.Writer.TryComplete();
        await _mailbox.PostAsync(() => Closed?.Invoke(_reason ?? problem));
    }

    private async Task<Problem> ConnectAndReadAsync()
    {
        try
        {
            await using var transport = await _connect(_cancel.Token);
            if (!await _mailbox.PostAsync(() => Opened?.Invoke())) return new(ProblemKind.ConnectionLost);
            var writing = WriteAsync(transport);
            try
            {
                return await ReadAsync(transport);
            }
            finally
            {
                await _cancel.CancelAsync();
                await writing;
            }
        }
        catch (TransportException e)
        {
            return e.Problem;
        }
        catch (OperationCanceledException)
        {
            return new(ProblemKind.ConnectionLost);
        }
    }

    private async Task<Problem> ReadAsync(ITransport transport)
    {
        while (await transport.ReceiveAsync(_cancel.Token) is { } line)
        {
            if (!TryParse(line.Span, out var message, out var error))
            {
                if (error == ParseError.Empty) continue;
                return new(ProblemKind.ProtocolBroken, error.ToString());
            }
            if (!await _mailbox.PostAsync(() => Received?.Invoke(message))) break;
        }
        return new(ProblemKind.ConnectionLost);
    }

    private static bool TryParse(ReadOnlySpan<byte> line, [NotNullWhen(true)] out Message? message, out ParseError error)
    {
        if (MessageParser.TryParse(line, ParseLimits.Client, out message, out error)) return true;
        // Older servers relay what they do not understand; it is better read with gaps than not at all.
        return error == ParseError.InvalidUtf8
            && MessageParser.TryParse(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line)), ParseLimits.Client, out message, out error);
    }

    private async Task WriteAsync(ITransport transport)
    {
        try
        {
            await foreach (var line in _queue.Reader.ReadAllAsync(_cancel.Token))
            {
                line.Started = true;
                await transport.SendAsync(line.Bytes, _cancel.Token);
            }
        }
        catch (TransportException e)
        {
            Abort(e.Problem);
        }
        catch (OperationCanceledException)
        {
            // The reader has ended and says why.
        }
    }
}
