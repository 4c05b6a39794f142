using System.Buffers.Text;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Teahouse.Core.Accounts;
using Teahouse.Core.Files;

namespace Teahouse.Server.Files;

/// <summary>
/// Owns the files that are shared: which there are (the store knows) and what is in them (the folder holds). A file is named in the store before its first byte
/// is written and after its last one is gone, so that a crash leaves nothing that nobody finds. Any thread may use it.
/// </summary>
internal sealed class FileShelf(IFileStore store, FileFolder folder, Func<SharingOptions> options, TimeProvider time)
{
    /// <summary>How long an upload may be interrupted.</summary>
    private static readonly TimeSpan Interrupted = TimeSpan.FromDays(1);

    private const int AtOnce = 500;

    // Keys that a request writes to just now.
    private readonly ConcurrentDictionary<string, bool> _writing = new(StringComparer.Ordinal);

    public SharingOptions Options => options();

    private DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Makes room for a file. The room is taken from now on, so that two uploads cannot both count on it.</summary>
    public async ValueTask<(SharedFile? File, FileRefusal Refusal)> BeginAsync(Account account, string? name, string? type, long size, CancellationToken cancel)
    {
        var limits = options();
        if (size > limits.MaxBytes) return (null, FileRefusal.TooLarge);
        var kind = FileTypes.Clean(type);
        if (!limits.Takes(kind)) return (null, FileRefusal.TypeNotTaken);
        if (folder.Free() - size < limits.FreeBytes) return (null, FileRefusal.DiskFull);
        var now = Now;
        var file = new SharedFile(
            Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), account.Id, FileNames.Clean(name), kind, size,
            now.ToUnixTimeMilliseconds(), (now + Interrupted).ToUnixTimeMilliseconds(), Whole: false);
        return await store.AddAsync(file, account.Guest ? limits.GuestBytes : limits.AccountBytes, limits.AllBytes, cancel) switch
        {
            FileOutcome.AccountFull => (null, FileRefusal.AccountFull),
            FileOutcome.AllFull => (null, FileRefusal.AllFull),
            _ => (file, FileRefusal.None),
        };
    }

    /// <summary>Null if there is none, or it is over.</summary>
    public async ValueTask<SharedFile?> FindAsync(string key, CancellationToken cancel) =>
        await store.FindAsync(key, cancel) is { } file && file.Expires > Now.ToUnixTimeMilliseconds() ? file : null;

    public long Length(SharedFile file) => folder.Length(file.Key);

    public string PathOf(SharedFile file) => folder.PathOf(file.Key);

    /// <summary>Where the picture lies that stands for it, and its type; null if it has none.</summary>
    public (string Path, string Type)? SmallOf(SharedFile file) =>
        folder.SmallOf(file.Key) is { } path && folder.SmallHead(file.Key) is { } head && SmallPicture.TypeOf(head) is { } type ? (path, type) : null;

    /// <summary>Adds what comes behind what is there; the file is whole when all of its size has come and it is what it was said to be.</summary>
    /// <param name="from">Where the sender believes that it goes on.</param>
    public async Task<(SharedFile File, FileRefusal Refusal)> AppendAsync(SharedFile file, long from, PipeReader body, CancellationToken cancel)
    {
        if (!_writing.TryAdd(file.Key, true)) return (file, FileRefusal.Busy);
        try
        {
            if (file.Whole || folder.Length(file.Key) != from) return (file, FileRefusal.ElsewhereThan);
            var length = await folder.AppendAsync(file.Key, from, file.Size, body, cancel);
            if (length == file.Size) return await FinishAsync(file, cancel);
            if (length >= 0) return (file, FileRefusal.None);
            await RemoveAsync(file, cancel);
            return (file, FileRefusal.MoreThanSaid);
        }
        finally
        {
            _writing.TryRemove(file.Key, out _);
        }
    }

    /// <summary>The picture that stands for the file in a timeline.</summary>
    public Task SetSmallAsync(SharedFile file, ReadOnlyMemory<byte> picture, CancellationToken cancel) => folder.SetSmallAsync(file.Key, picture, cancel);

    public async ValueTask RemoveAsync(SharedFile file, CancellationToken cancel)
    {
        if (await store.RemoveAsync(file.Key, cancel)) folder.Remove(file.Key);
    }

    /// <summary>Removes what is over, what went with its account, and what a crash left.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        await store.ExpireAsync(Now.ToUnixTimeMilliseconds(), cancel);
        foreach (var some in folder.Keys().Chunk(AtOnce))
            foreach (var key in await store.UnknownAsync([.. some], cancel)) folder.Remove(key);
    }

    private async Task<(SharedFile File, FileRefusal Refusal)> FinishAsync(SharedFile file, CancellationToken cancel)
    {
        if (folder.Head(file.Key) is not { } head) return (file, FileRefusal.Gone);
        if (!FileTypes.Agrees(file.Type, head))
        {
            await RemoveAsync(file, cancel);
            return (file, FileRefusal.NotOfItsType);
        }
        var whole = file with { Whole = true, Expires = Now.AddDays(options().KeepDays).ToUnixTimeMilliseconds() };
        return await store.FinishAsync(file.Key, whole.Expires, cancel) ? (whole, FileRefusal.None) : (file, FileRefusal.Gone);
    }
}

/// <summary>Why a file is not taken.</summary>
internal enum FileRefusal
{
    None,
    TooLarge,
    TypeNotTaken,
    NotOfItsType,
    AccountFull,
    AllFull,
    DiskFull,
    /// <summary>Another request writes to it.</summary>
    Busy,
    /// <summary>What is there ends elsewhere than the sender believes.</summary>
    ElsewhereThan,
    MoreThanSaid,
    /// <summary>It was removed meanwhile.</summary>
    Gone,
}
