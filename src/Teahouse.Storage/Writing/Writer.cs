using Teahouse.Storage.Backup;
using Teahouse.Storage.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>
/// The one thread that writes. It commits whatever waits, as one group; between groups it writes pages behind and copies the
/// write-ahead log. An I/O error ends it: nobody is told more than "unknown" then.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int MostGroupBytes = 4 * 1024 * 1024;

    /// <summary>Between two slices while memory is not short: what is said meanwhile does not wait for one after the other.</summary>
    private static readonly TimeSpan SlicePause = TimeSpan.FromMilliseconds(20);

    /// <summary>Requests of a group that need not be told by the pool.</summary>
    private const int FewRequests = 8;

    private readonly Database _database;
    private readonly StoreOptions _options;
    private readonly StoreHealth _health;
    private readonly WriteContext _context;
    private readonly WriteBehind _behind;
    private readonly Checkpoints _checkpoints;
    private readonly WriteQueue _queue;
    private readonly Thread _thread;
    private readonly Deliverer _deliverer = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<WriteRequest> _batch = [];
    private readonly TimeProvider _time;
    private int _next;
    private long _sliced;

    public Writer(Database database, ConversationCache conversations, StoreOptions options, StoreHealth health, TimeProvider time)
    {
        (_database, _options, _health, _time) = (database, options, health, time);
        _queue = new WriteQueue(options.MostTailBytes);
        _behind = new WriteBehind(database, conversations, options, time, _queue.Wake);
        _context = new WriteContext(database, conversations, _behind);
        _checkpoints = new Checkpoints(database, options.CheckpointBytes);
        Backups = new Backups(database, _queue.Wake);
        _thread = new Thread(Run) { IsBackground = true, Name = "teahouse store" };
    }

    public Backups Backups { get; }

    /// <summary>Reads the groups that are not in pages, then starts the thread.</summary>
    public void Start()
    {
        Replay.Groups(_context);
        _deliverer.Start();
        _thread.Start();
    }

    /// <summary>Adds a request; one that is not taken is concluded and delivered at once, by the caller's own thread.</summary>
    public void Add(WriteRequest request)
    {
        switch (_queue.Add(request))
        {
            case WriteQueue.Added.Full:
                request.Refuse("the store cannot keep up");
                request.Deliver();
                break;
            case WriteQueue.Added.Stopped when _health.IsBroken:
                request.Lose(_health.Closed!);
                request.Deliver();
                break;
            case WriteQueue.Added.Stopped:
                request.Refuse("the store is closed");
                request.Deliver();
                break;
        }
    }

    /// <summary>Runs SQL in a commit group, and ends when that is durable.</summary>
    public Task<T> RunAsync<T>(Func<Database, T> run, CancellationToken cancel)
    {
        var command = new SqlCommand<T>(run);
        Add(command);
        return command.Task.WaitAsync(cancel);
    }

    /// <summary>Commits what waits, writes all pages, copies the log, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Stop();
        await _ended.Task;
        _deliverer.Dispose();
        _behind.Dispose();
        _database.Dispose();
    }

    private void Run()
    {
        try
        {
            while (true)
            {
                if (_next == _batch.Count)
                {
                    _batch.Clear();
                    _next = 0;
                    if (!_queue.Take(ref _batch, Patience())) break;
                }
                var idle = _next == _batch.Count;
                if (!idle && HasRoom()) CommitGroup();
                if (_behind.IsWanted() && (idle || UntilSlice() == TimeSpan.Zero)) WriteSlice();
                if (Backups.IsWanted) Backups.Step();
                _checkpoints.IfDue();
                _context.Conversations.Trim();
            }
            _behind.Flush();
            while (_behind.IsWanted() && WriteSlice() is null) ;
            _checkpoints.Last();
            _health.Close();
        }
        catch (Exception error)
        {
            Break(error);
        }
        finally
        {
            Backups.Stop();
            _ended.SetResult();
        }
    }

    /// <summary>How long the next slice has to wait while something is said.</summary>
    private TimeSpan UntilSlice() =>
        _behind.IsUrgent ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Max(0, (SlicePause - _time.GetElapsedTime(_sliced)).Ticks));

    /// <summary>How long the thread may sleep while nothing comes.</summary>
    private TimeSpan Patience()
    {
        if (Backups.IsWanted) return TimeSpan.Zero;
        if (!_behind.IsWanted()) return Timeout.InfiniteTimeSpan;
        return UntilSlice();
    }

    /// <summary>False if so much is unwritten that nothing can be taken, and nothing can be written either.</summary>
    private bool HasRoom()
    {
        while (_behind.TailBytes > _options.MostTailBytes)
        {
            if (WriteSlice() is not { } reason) continue;
            Conclude(_batch.Count, request => request.Fail(_context, reason));
            return false;
        }
        return true;
    }

    private string? WriteSlice()
    {
        var reason = _behind.WriteSlice();
        _sliced = _time.GetTimestamp();
        if (reason is null) _checkpoints.Wrote(_behind.LastSliceBytes);
        return reason;
    }

    private void CommitGroup()
    {
        _context.Begin();
        var end = _next;
        try
        {
            var begun = false;
            for (var bytes = 0L; end < _batch.Count && bytes < MostGroupBytes && _context.Encoder.Entries < Writing.CommitGroup.MostEntries;)
            {
                var request = _batch[end++];
                if (!begun && request.Writes)
                {
                    _database.Prepare("BEGIN IMMEDIATE").Run();
                    begun = true;
                }
                request.Execute(_context);
                bytes += request.Bytes;
            }
            if (_context.Encoder.Parts > 0)
            {
                _database.Prepare("INSERT INTO groups (id, body) VALUES (?, ?)").Bind(1, _context.Group.Id).Bind(2, _context.Encoder.End()).Run();
            }
            if (begun) _database.Prepare("COMMIT").Run();
        }
        catch (DatabaseException error) when (error.Passing)
        {
            Rollback.AfterPassing(_database, _context.Group.Id);
            Conclude(end, request => request.Fail(_context, error.Reason));
            return;
        }
        Conclude(end, request => request.Commit(_context));
        if (_context.Encoder.Parts > 0) _behind.Add(_context.Group);
        _checkpoints.Wrote(_context.Encoder.Bytes);
    }

    /// <summary>Decides the answers up to <paramref name="end"/>, and has them delivered by one work item.</summary>
    private void Conclude(int end, Action<WriteRequest> decide)
    {
        for (var i = _next; i < end; i++) decide(_batch[i]);
        Deliver(end);
    }

    private void Deliver(int end)
    {
        if (end == _next) return;
        var requests = new WriteRequest[end - _next];
        _batch.CopyTo(_next, requests, 0, requests.Length);
        _next = end;
        if (requests.Length > FewRequests || !_deliverer.TryGive(requests)) ThreadPool.UnsafeQueueUserWorkItem(new Delivery(requests), preferLocal: false);
    }

    private void Break(Exception error)
    {
        var reason = error is DatabaseException database ? database.Reason : error.Message;
        var sentence = $"The message store failed and was closed ({reason}). What was being stored may or may not be on the disk.";
        if (StoreFile.IsDamage(error)) sentence = $"{sentence} {StoreFile.Remedy}";
        _health.Break(sentence);
        _queue.Stop();
        do
        {
            for (var i = _next; i < _batch.Count; i++)
            {
                if (!_batch[i].Concluded) _batch[i].Lose(sentence);
            }
            Deliver(_batch.Count);
            _batch.Clear();
            _next = 0;
            _queue.Take(ref _batch, TimeSpan.Zero);
        }
        while (_batch.Count > 0);
    }
}
