using System.Collections.Immutable;
using Teahouse.Core.Accounts;
using Teahouse.Core.Files;
using Teahouse.Core.Hosting;
using Teahouse.Core.Log;

namespace Teahouse.Server.Files;

/// <summary>
/// Files that go with a message which somebody takes away. Which they are is stored before the message goes; afterwards the log says
/// whether it did. So neither a crash nor a crowd makes one stay.
/// </summary>
internal sealed class LeavingFiles(IFileStore store, IMessageLog log, TimeProvider time)
{
    /// <summary>Longer than anybody waits for the store: what is still said then is not being taken away any more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const int AtOnce = 200;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Notes the account's own files that the message shows.</summary>
    /// <returns>Stored, or why the message cannot be taken away now.</returns>
    public async ValueTask<AppendOutcome> NoteAsync(OwnMessage message)
    {
        if (!message.Text.Contains(FileLinks.Prefix, StringComparison.Ordinal)) return AppendOutcome.Stored;
        try
        {
            var leaving = ImmutableArray.CreateBuilder<LeavingFile>();
            foreach (var key in FileLinks.Keys(message.Text))
                if (await store.FindAsync(key) is { } file && file.Account == message.Account)
                    leaving.Add(new(0, key, message.Conversation, message.Epoch, message.Sequence, Now));
            if (leaving.Count > 0) await store.NoteLeavingAsync(leaving.DrainToImmutable());
            return AppendOutcome.Stored;
        }
        catch (Exception fault) when (fault is StoreFullException or StoreClosedException)
        {
            return new(AppendStatus.Failed, fault.Message);
        }
    }

    /// <summary>Removes those whose message is gone.</summary>
    public async Task RemoveAsync(FileShelf shelf, CancellationToken cancel)
    {
        for (var after = 0L; await store.LeavingAsync(after, AtOnce, cancel) is { IsEmpty: false } some; after = some[^1].Number)
        {
            var done = ImmutableArray.CreateBuilder<long>();
            foreach (var leaving in some)
            {
                var gone = await IsGoneAsync(leaving, cancel);
                if (gone && await store.FindAsync(leaving.Key, cancel) is { } file) await shelf.RemoveAsync(file, cancel);
                if (gone || Now - leaving.Noted > Patience.TotalMilliseconds) done.Add(leaving.Number);
            }
            if (done.Count > 0) await store.ForgetLeavingAsync(done.DrainToImmutable(), cancel);
        }
    }

    private async ValueTask<bool> IsGoneAsync(LeavingFile leaving, CancellationToken cancel)
    {
        var head = await log.HeadAsync(leaving.Conversation, cancel);
        if (head.Numbering.EpochOf(leaving.Sequence) != leaving.Epoch) return true;
        var entries = await log.ReadAsync(leaving.Conversation, new LogRange(leaving.Sequence, leaving.Sequence, 1), cancel);
        return entries.IsEmpty || entries[0].Payload.IsEmpty;
    }
}
