using System.Collections.Immutable;

namespace Teahouse.Core.Files;

/// <summary>
/// Which files are shared, without what is in them. Every change is committed and synced when its task ends.
/// A store that broke throws <see cref="Log.StoreClosedException"/>; a full disk <see cref="Accounts.StoreFullException"/>. What is an account's goes with it.
/// </summary>
public interface IFileStore
{
    /// <summary>Adds the file with all of its size, if the account's files and all files stay within their bounds with it.</summary>
    /// <param name="accountBytes">The most that the account may hold.</param>
    /// <param name="allBytes">The most that all may.</param>
    ValueTask<FileOutcome> AddAsync(SharedFile file, long accountBytes, long allBytes, CancellationToken cancel = default);

    /// <summary>Null if there is no such file.</summary>
    ValueTask<SharedFile?> FindAsync(string key, CancellationToken cancel = default);

    /// <summary>All of it has come; false if it is no more.</summary>
    /// <param name="expires">Milliseconds since 1970 UTC.</param>
    ValueTask<bool> FinishAsync(string key, long expires, CancellationToken cancel = default);

    /// <summary>False if there is no such file.</summary>
    ValueTask<bool> RemoveAsync(string key, CancellationToken cancel = default);

    /// <summary>Removes what is over; how many files.</summary>
    /// <param name="now">Milliseconds since 1970 UTC.</param>
    ValueTask<int> ExpireAsync(long now, CancellationToken cancel = default);

    /// <summary>Of these keys the ones that are no file's.</summary>
    ValueTask<ImmutableArray<string>> UnknownAsync(ImmutableArray<string> keys, CancellationToken cancel = default);

    /// <summary>All files in the order of their keys, so many at a time.</summary>
    /// <param name="after">The last key known; "": from the first.</param>
    ValueTask<ImmutableArray<SharedFile>> ListAsync(string after, int limit, CancellationToken cancel = default);

    /// <summary>Notes files before the message that shows them is taken away.</summary>
    ValueTask NoteLeavingAsync(ImmutableArray<LeavingFile> files, CancellationToken cancel = default);

    /// <summary>What is noted, in the order of its numbers.</summary>
    /// <param name="after">The last number known; 0: from the first.</param>
    ValueTask<ImmutableArray<LeavingFile>> LeavingAsync(long after, int limit, CancellationToken cancel = default);

    /// <summary>Removes notes; the files are left as they are.</summary>
    ValueTask ForgetLeavingAsync(ImmutableArray<long> numbers, CancellationToken cancel = default);
}
