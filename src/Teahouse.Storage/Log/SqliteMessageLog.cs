using System.Collections.Immutable;
using Teahouse.Core.Log;
using Teahouse.Storage.Sqlite;
using Teahouse.Storage.Writing;

namespace Teahouse.Storage.Log;

/// <summary>The log in one SQLite file: docs/adr/0001-message-log.md.</summary>
internal sealed class SqliteMessageLog(Writer writer, ConversationCache cache, ReadPool pool, StoreHealth health, Func<ValueTask> dispose) : IMessageLog
{
    private readonly LogReader _reader = new(cache, pool, health);

    /// <summary>For measuring.</summary>
    internal Writer Writer => writer;

    public Task<string> Broken => health.Broken;

    public async ValueTask<ConversationHead> TakeAsync(ConversationKey key, CancellationToken cancel = default)
    {
        var command = new TakeCommand(key);
        writer.Add(command);
        return await command.Task.WaitAsync(cancel);
    }

    public ValueTask<AppendOutcome> AppendAsync(Append append)
    {
        if (append.Entries.Length > CommitGroup.MostEntries)
            throw new ArgumentException($"An append has more than {CommitGroup.MostEntries} entries.", nameof(append));
        AppendRules.Check(append);
        var request = new AppendRequest(append);
        writer.Add(request);
        return request.Task;
    }

    public async ValueTask<ConversationHead> HeadAsync(ConversationId conversation, CancellationToken cancel = default)
    {
        var command = new HeadCommand(conversation);
        writer.Add(command);
        return await command.Task.WaitAsync(cancel);
    }

    public async ValueTask<ConversationHead?> BeginEpochAsync(ConversationId conversation, long ownerEpoch, CancellationToken cancel = default)
    {
        var command = new BeginEpochCommand(conversation, ownerEpoch);
        writer.Add(command);
        return await command.Task.WaitAsync(cancel);
    }

    public async ValueTask<long> ExpireAsync(ConversationId conversation, int epoch, long oldest, CancellationToken cancel = default)
    {
        var command = new ExpireCommand(conversation, epoch, oldest);
        writer.Add(command);
        return await command.Task.WaitAsync(cancel);
    }

    public async ValueTask<ConversationHead?> FindAsync(ConversationKey key, CancellationToken cancel = default)
    {
        health.ThrowIfClosed();
        if (cache.Get(key)?.Head() is { } head) return head;
        return await pool.ReadAsync(database => ConversationRow.Find(database, key)?.Head, cancel);
    }

    public ValueTask<ImmutableArray<LogEntry>> ReadAsync(ConversationId conversation, LogRange range, CancellationToken cancel = default) =>
        _reader.ReadAsync(conversation, range, cancel);

    public ValueTask<long> SequenceAtAsync(ConversationId conversation, long time, CancellationToken cancel = default) =>
        _reader.SequenceAtAsync(conversation, time, cancel);

    public ValueTask<ClientKeyMatch?> FindClientKeyAsync(ConversationId conversation, ClientKey key, CancellationToken cancel = default) =>
        _reader.FindClientKeyAsync(conversation, key, cancel);

    public ValueTask<ClientKeySpan> ClientKeysAsync(CancellationToken cancel = default)
    {
        health.ThrowIfClosed();
        return pool.ReadAsync(ClientKeyRows.Read, cancel);
    }

    public async ValueTask<bool> ForgetClientKeysAsync(long time, CancellationToken cancel = default) =>
        await writer.RunAsync(database => ClientKeyRows.Forget(database, time), cancel);

    public async ValueTask<ImmutableArray<ConversationHead>> DirectChatsAsync(string identity, CancellationToken cancel = default)
    {
        var heads = await HeadsAsync(database => ConversationRow.DirectChats(database, identity), cancel);
        return [.. heads.Where(head => head.LastSequence > 0)];
    }

    public async ValueTask<ImmutableArray<ConversationHead>> ChannelsAsync(CancellationToken cancel = default)
    {
        var heads = await HeadsAsync(ConversationRow.Channels, cancel);
        return [.. heads.OrderBy(head => head.Key.A, StringComparer.Ordinal)];
    }

    public async ValueTask<ImmutableArray<ConversationHead>> ConversationsAsync(ConversationId after, int limit, CancellationToken cancel = default) =>
        [.. await HeadsAsync(database => ConversationRow.After(database, after, limit), cancel)];

    public ValueTask DisposeAsync() => dispose();

    /// <summary>Rows, each with the head in memory where there is one: rows are written behind.</summary>
    private async ValueTask<List<ConversationHead>> HeadsAsync(Func<Database, List<ConversationRow>> select, CancellationToken cancel)
    {
        while (true)
        {
            var evictions = cache.Evictions;
            var rows = await pool.ReadAsync(select, cancel);
            var heads = rows.ConvertAll(row => cache.Get(row.Id)?.Head() ?? row.Head);
            // One that left memory in between may have a newer row than the one read.
            if (evictions == cache.Evictions) return heads;
        }
    }
}
