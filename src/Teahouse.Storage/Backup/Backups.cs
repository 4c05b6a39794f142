using System.Collections.Concurrent;
using Teahouse.Storage.Folder;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Backup;

/// <summary>Copies the database in steps between commit groups: one backup at a time, the others wait. Any thread asks; the writer steps.</summary>
internal sealed class Backups(Database database, Action wake)
{
    private readonly ConcurrentQueue<BackupRequest> _waiting = new();
    private BackupRequest? _request;
    private BackupCopy? _copy;
    private volatile bool _stopped;

    /// <summary>Whether there is a step to make.</summary>
    public bool IsWanted => _request is not null || !_waiting.IsEmpty;

    /// <exception cref="DataFolderException">The file cannot be written, or the store closes before it is whole.</exception>
    public Task CopyAsync(string path, CancellationToken cancel)
    {
        var request = new BackupRequest(path, cancel);
        _waiting.Enqueue(request);
        if (_stopped) FailWaiting();
        else wake();
        return request.Copied;
    }

    /// <summary>Never throws: a copy that fails is its caller's trouble, not the store's.</summary>
    public void Step()
    {
        if (_request is null && !_waiting.TryDequeue(out _request)) return;
        try
        {
            _request.Cancel.ThrowIfCancellationRequested();
            _copy ??= new BackupCopy(database, _request.Path);
            if (_copy.Step()) End(null);
        }
        catch (DatabaseException error)
        {
            End(new DataFolderException($"The backup cannot be written to {_request.Path}: {error.Message}", error));
        }
        catch (OperationCanceledException error)
        {
            End(error);
        }
    }

    /// <summary>The writer ends: nobody steps any more.</summary>
    public void Stop()
    {
        _stopped = true;
        if (_request is not null) End(Closed());
        FailWaiting();
    }

    private void FailWaiting()
    {
        while (_waiting.TryDequeue(out var request)) request.Fail(Closed());
    }

    private static DataFolderException Closed() => new("The store was closed before the backup was whole.");

    private void End(Exception? error)
    {
        _copy?.Dispose();
        var request = _request!;
        (_copy, _request) = (null, null);
        if (error is null) request.Finish();
        else request.Fail(error);
    }
}
