using System.Collections.Immutable;

namespace Teahouse.Core.Files;

/// <summary>Files that are known as long as the process lives. Any thread may use it; every call completes at once.</summary>
public sealed class MemoryFileStore : IFileStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SharedFile> _files = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, LeavingFile> _leaving = [];
    private long _lastLeaving;

    public ValueTask<FileOutcome> AddAsync(SharedFile file, long accountBytes, long allBytes, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            if (_files.Values.Where(other => other.Account == file.Account).Sum(other => other.Size) + file.Size > accountBytes) return new(FileOutcome.AccountFull);
            if (_files.Values.Sum(other => other.Size) + file.Size > allBytes) return new(FileOutcome.AllFull);
            _files.Add(file.Key, file);
            return new(FileOutcome.Done);
        }
    }

    public ValueTask<SharedFile?> FindAsync(string key, CancellationToken cancel = default)
    {
        lock (_lock) return new(_files.GetValueOrDefault(key));
    }

    public ValueTask<bool> FinishAsync(string key, long expires, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            if (!_files.TryGetValue(key, out var file)) return new(false);
            _files[key] = file with { Whole = true, Expires = expires };
            return new(true);
        }
    }

    public ValueTask<bool> RemoveAsync(string key, CancellationToken cancel = default)
    {
        lock (_lock) return new(_files.Remove(key));
    }

    public ValueTask<int> ExpireAsync(long now, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            string[] over = [.. _files.Values.Where(file => file.Expires <= now).Select(file => file.Key)];
            foreach (var key in over) _files.Remove(key);
            return new(over.Length);
        }
    }

    public ValueTask<ImmutableArray<string>> UnknownAsync(ImmutableArray<string> keys, CancellationToken cancel = default)
    {
        lock (_lock) return new([.. keys.Where(key => !_files.ContainsKey(key))]);
    }

    public ValueTask<ImmutableArray<SharedFile>> ListAsync(string after, int limit, CancellationToken cancel = default)
    {
        lock (_lock) return new([.. _files.Values.Where(file => string.CompareOrdinal(file.Key, after) > 0).OrderBy(file => file.Key, StringComparer.Ordinal).Take(limit)]);
    }

    public ValueTask NoteLeavingAsync(ImmutableArray<LeavingFile> files, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            foreach (var file in files) _leaving.Add(++_lastLeaving, file with { Number = _lastLeaving });
        }
        return ValueTask.CompletedTask;
    }

    public ValueTask<ImmutableArray<LeavingFile>> LeavingAsync(long after, int limit, CancellationToken cancel = default)
    {
        lock (_lock) return new([.. _leaving.Values.Where(file => file.Number > after).Take(limit)]);
    }

    public ValueTask ForgetLeavingAsync(ImmutableArray<long> numbers, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            foreach (var number in numbers) _leaving.Remove(number);
        }
        return ValueTask.CompletedTask;
    }
}
