namespace Teahouse.Storage.Backup;

/// <summary>A backup somebody waits for.</summary>
/// <param name="Path">Of a file that is not there yet.</param>
internal sealed record BackupRequest(string Path, CancellationToken Cancel)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when all is copied; not yet synchronized with the disk.</summary>
    public Task Copied => _done.Task;

    public void Finish() => _done.SetResult();

    public void Fail(Exception error) => _done.SetException(error);
}
