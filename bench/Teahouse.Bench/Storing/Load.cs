using System.Diagnostics;
using Teahouse.Core.Log;
using Teahouse.Storage.Writing;

namespace Teahouse.Bench.Storing;

/// <summary>One conversation as its owner knows it.</summary>
internal sealed class Room(ConversationHead head)
{
    public ConversationId Id => head.Id;

    public long OwnerEpoch => head.OwnerEpoch;

    public long Last { get; set; }
}

/// <summary>Groups of messages, one after the other, spread over the conversations in turn.</summary>
internal sealed class Load(List<Room> rooms, IMessageLog log, Writer writer, bool ids)
{
    private readonly byte[] _payload = new byte[150];
    private long _now = 1_790_000_000_000;
    private ulong _id;
    private int _next;

    public async Task<long> RunAsync(int size, TimeSpan duration)
    {
        var messages = 0L;
        var waiting = new List<Task>();
        using var hold = new HoldRequest();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < duration; messages += size)
        {
            if (size > 1) writer.Add(hold);
            _now++;
            var used = Math.Min(size, rooms.Count);
            for (var i = 0; i < used; i++) waiting.Add(AppendAsync(Next(size / used + (i < size % used ? 1 : 0))));
            hold.Release();
            foreach (var append in waiting) await append;
            waiting.Clear();
        }
        return messages;
    }

    private async Task AppendAsync(Append append)
    {
        var outcome = await log.AppendAsync(append);
        if (outcome.Status != AppendStatus.Stored) throw new InvalidOperationException(outcome.ToString());
    }

    private Append Next(int count)
    {
        var room = rooms[_next++ % rooms.Count];
        var entries = new LogEntry[count];
        var before = room.Last;
        for (var i = 0; i < count; i++)
        {
            ClientKey? key = ids ? new ClientKey(_next % 1000, new UInt128((ulong)_now << 16 | 0x7000, ++_id), _id) : null;
            entries[i] = new LogEntry(++room.Last, _now, _payload.AsSpan().ToArray(), key);
        }
        return new Append(room.Id, room.OwnerEpoch, before, [.. entries]);
    }
}
