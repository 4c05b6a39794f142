using System.Collections.Immutable;
using Teahouse.Core.Log;

namespace Teahouse.Core.Search;

/// <summary>An index that lives as long as the process. Any thread may use it; a lock guards everything.</summary>
public sealed class MemorySearchIndex : ISearchIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationId, Room> _rooms = [];

    public ValueTask<long> PositionAsync(ConversationId conversation, int epoch, CancellationToken cancel = default)
    {
        lock (_gate) return new(_rooms.TryGetValue(conversation, out var room) && room.Epoch == epoch ? room.Position : 0);
    }

    public ValueTask TakeAsync(SearchBatch batch, CancellationToken cancel = default)
    {
        lock (_gate)
        {
            if (batch.Anew || !_rooms.TryGetValue(batch.Conversation, out var room)) _rooms[batch.Conversation] = room = new Room(batch.Epoch);
            foreach (var entry in batch.Added) room.Entries[entry.Sequence] = entry;
            foreach (var removed in batch.Removed) room.Entries.Remove(removed);
            while (room.Entries.Count > 0 && room.Entries.First().Key is var first && first < batch.Oldest) room.Entries.Remove(first);
            room.Position = batch.UpTo;
        }
        return default;
    }

    public ValueTask<ImmutableArray<long>> FindAsync(SearchRequest request, CancellationToken cancel = default)
    {
        lock (_gate)
        {
            if (!_rooms.TryGetValue(request.Conversation, out var room) || room.Epoch != request.Epoch) return new([]);
            var found = room.Entries.Values.Where(entry => entry.Sequence >= request.From && entry.Sequence <= request.To && Matches(entry, request));
            return new([.. (request.Newest ? found.Reverse() : found).Take(request.Limit).Select(entry => entry.Sequence)]);
        }
    }

    private static bool Matches(SearchEntry entry, SearchRequest request) =>
        (request.Sender is not { } sender || entry.Senders.Contains(sender)) && request.Terms.All(term => SearchWords.Hold(entry.Words, term));

    private sealed class Room(int epoch)
    {
        public int Epoch => epoch;

        public SortedDictionary<long, SearchEntry> Entries { get; } = [];

        public long Position { get; set; }
    }
}
