using System.Buffers;
using System.IO.Pipelines;
using Microsoft.Extensions.Logging;
using Teahouse.Core.Identity;
using Teahouse.Core.Log;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>Reads a connection's lines and runs them, one after the other; messages read together go out together.</summary>
internal sealed partial class SessionLoop(Session session, PipeReader input)
{
    /// <summary>Unread bytes at which a client that is read slowly is closed.</summary>
    private const int MostUnread = 64 * 1024;

    /// <summary>A longer line is no mistake of a client: it is closed, where a shorter one is only told so.</summary>
    private const int MostInLine = 16 * 1024;

    /// <summary>The lines of one message cost an eighth of a message each.</summary>
    private const int LineCost = 8;

    private readonly LineReader _lines = new(ParseLimits.Server.Total);
    private readonly Dispatcher _dispatcher = new(session);
    private TokenBucket _budget = new(
        session.Engine.Options.Limits.MessagesPerSecond * LineCost, Math.Max(1, session.Engine.Options.Limits.MessagesPerSecond * 5 * LineCost), session.Engine.Time.TimestampFrequency);

    /// <summary>Until the peer, the session or the server ends it. Never throws for what a peer does.</summary>
    public async Task RunAsync()
    {
        session.Wake = input.CancelPendingRead;
        try
        {
            while (!session.Closing.IsCancellationRequested)
            {
                await CatchUpAsync();
                // No token: Close wakes it, and a registration would be there for as long as the connection.
                var reading = input.ReadAsync();
                if (!reading.IsCompleted) session.Settle();
                var read = await reading;
                var rest = read.Buffer;
                if (!rest.IsEmpty && !read.IsCanceled) session.Heard();
                session.Busy = true;
                rest = await RunLinesAsync(rest);
                session.Busy = false;
                input.AdvanceTo(rest.Start, rest.End);
                if (read.IsCompleted) session.Close(Session.Ended);
            }
        }
        catch (OperationCanceledException)
        {
            session.Close("Closing");
        }
        catch (StoreClosedException)
        {
            session.Close("The server is stopping: its store has closed");
        }
        catch (IOException broken)
        {
            session.Close(broken.Message);
        }
        catch (Exception fault)
        {
            // A bug. The connection ends; the server lives.
            LogFault(session.Engine.Logger, fault);
            session.Close("Internal error");
        }
        finally
        {
            session.Wake = null;
            session.Settle();
            _dispatcher.Abandon();
        }
    }

    private async ValueTask<ReadOnlySequence<byte>> RunLinesAsync(ReadOnlySequence<byte> buffer)
    {
        while (!session.Closing.IsCancellationRequested)
        {
            var status = _lines.TryRead(ref buffer, out var line);
            if (_lines.Length > MostInLine) session.Close("Excess flood: a line that does not end");
            if (status == LineStatus.NeedMore) break;
            if (session.Subscriber.Queue.IsBehind)
            {
                await _dispatcher.FlushAsync();
                await CatchUpAsync();
            }
            var wait = _budget.Take(session.Engine.Time.GetTimestamp(), _dispatcher.InBatch ? 1 : LineCost);
            if (wait > TimeSpan.Zero) await SlowDownAsync(wait, buffer.Length);
            if (status == LineStatus.TooLong) await _dispatcher.RefuseAsync(ParseError.LineTooLong, new RefusedLine("*", null));
            else if (MessageParser.TryParse(line, ParseLimits.Server, out var message, out var error)) await _dispatcher.RunAsync(message);
            else if (error != ParseError.Empty) await _dispatcher.RefuseAsync(error, RefusedLine.Of(line));
        }
        await _dispatcher.FlushAsync();
        return buffer;
    }

    /// <summary>Has the peer fallen behind, it comes into its rooms anew; before it is read on, it has taken its answers.</summary>
    private async ValueTask CatchUpAsync()
    {
        var queue = session.Subscriber.Queue;
        if (queue.IsOverfull || queue.IsBehind) session.Settle();
        if (queue.IsOverfull) await session.RoomAsync();
        while (queue.IsBehind && !session.Closing.IsCancellationRequested) await session.Engine.Presence.ReattachAsync(session);
        if (SessionWatch.IsTooLongBehind(session)) await session.Engine.Presence.ReviewBehindAsync(session);
    }

    /// <summary>Reads no further until the budget allows: the peer's own TCP holds it back.</summary>
    private async ValueTask SlowDownAsync(TimeSpan wait, long unread)
    {
        session.Settle();
        // The pause begins now, not when what came before it has been stored and told.
        var pause = unread >= MostUnread ? null : Task.Delay(wait, session.Engine.Time, session.Closing);
        await _dispatcher.FlushAsync();
        if (pause is null) session.Close("Excess flood");
        else await pause;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A session failed")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
