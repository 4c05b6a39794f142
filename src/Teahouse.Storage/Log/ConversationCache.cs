using System.Collections.Concurrent;
using Teahouse.Core.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Log;

/// <summary>
/// The conversations in memory: every one with an unwritten tail, and those used lately. Only the writer adds and removes;
/// anyone may look. What is not here is complete in the database.
/// </summary>
internal sealed class ConversationCache(int most)
{
    private readonly ConcurrentDictionary<ConversationId, ConversationState> _byId = new();
    private readonly ConcurrentDictionary<ConversationKey, ConversationState> _byKey = new();
    private long _uses;
    private int _evictions;
    private int _count;

    /// <summary>Changes whenever something is removed: a look at the database before may miss what was written since.</summary>
    public int Evictions => Volatile.Read(ref _evictions);

    public ConversationState? Get(ConversationId id) => _byId.GetValueOrDefault(id);

    public ConversationState? Get(ConversationKey key) => _byKey.GetValueOrDefault(key);

    /// <summary>From memory, else from the database; null if there is none. Used only by the writer, as all below it.</summary>
    public ConversationState? Load(Database database, ConversationId id) =>
        _byId.TryGetValue(id, out var state) ? Use(state) : Add(ConversationRow.Find(database, id));

    public ConversationState? Load(Database database, ConversationKey key) =>
        _byKey.TryGetValue(key, out var state) ? Use(state) : Add(ConversationRow.Find(database, key));

    public void Add(ConversationState state)
    {
        _byId[state.Id] = state;
        _byKey[state.Key] = state;
        _count++;
        Use(state);
    }

    public void Remove(ConversationState state)
    {
        _byId.TryRemove(state.Id, out _);
        _byKey.TryRemove(state.Key, out _);
        _count--;
    }

    /// <summary>After the commit of a rename: what is found by which key.</summary>
    public void Rename(ConversationState state, ConversationKey to, ConversationState? other)
    {
        var before = state.Key;
        (state.Key, _byKey[to]) = (to, state);
        if (other is null)
        {
            _byKey.TryRemove(before, out _);
            return;
        }
        other.Key = before;
        // It may have left memory since.
        if (_byId.ContainsKey(other.Id)) _byKey[before] = other;
        else _byKey.TryRemove(before, out _);
    }

    /// <summary>Drops what was not used for longest, when there is a quarter too much. Never in the middle of a group.</summary>
    public void Trim()
    {
        if (_count <= most + most / 4) return;
        var idle = _byId.Values.Where(state => state.Unwritten.Segments.Count == 0).OrderBy(state => state.Used).Take(_count - most).ToList();
        foreach (var state in idle) Remove(state);
        if (idle.Count > 0) Interlocked.Increment(ref _evictions);
    }

    private ConversationState? Add(ConversationRow? found)
    {
        if (found is not { } row) return null;
        var state = new ConversationState(row.Id, row.Key);
        state.Publish(row.Figures, row.State, row.Applied);
        Add(state);
        return state;
    }

    private ConversationState Use(ConversationState state)
    {
        state.Used = ++_uses;
        return state;
    }
}
