using Teahouse.Core.Log;
using static Teahouse.Storage.Suites.Appends;

namespace Teahouse.Storage.Suites;

/// <summary>What every log reads back: ranges, presence rows, times, client ids, lists. A derived class says which log.</summary>
public abstract class MessageLogReadingSuite : LogSuite
{
    [Theory]
    [InlineData(1, 9, 100, false, "1 2 3 4 5 6 7 8 9")]
    [InlineData(0, long.MaxValue, 3, false, "1 2 3")]
    [InlineData(long.MinValue, long.MaxValue, 3, true, "7 8 9")]
    [InlineData(4, 6, 100, true, "4 5 6")]
    [InlineData(4, 6, 2, true, "5 6")]
    [InlineData(4, 6, 2, false, "4 5")]
    [InlineData(9, 9, 1, false, "9")]
    [InlineData(10, 20, 5, false, "")]
    [InlineData(-5, 0, 5, true, "")]
    [InlineData(6, 4, 5, false, "")]
    [InlineData(1, 9, 0, true, "")]
    public async Task A_range_is_read_ascending_within_its_limit(long from, long to, int limit, bool newest, string expected)
    {
        var head = await Log.AppendAsync(await Log.TakeAsync(Tea), 4);
        await RestartAsync();
        head = await Log.AppendAsync(await Log.TakeAsync(Tea), 5);
        var read = await Log.ReadAsync(head.Id, new LogRange(from, to, limit, newest));
        Assert.Equal(expected, string.Join(' ', read.Select(entry => entry.Sequence)));
    }

    [Fact]
    public async Task Entries_come_back_as_they_went_in()
    {
        var head = await Log.TakeAsync(Tea);
        LogEntry[] entries =
        [
            new(1, 0, ReadOnlyMemory<byte>.Empty),
            new(2, 1_790_000_000_000, new byte[70_000], new ClientKey(long.MaxValue, UInt128.MaxValue, ulong.MaxValue)),
            new(2, 1_780_000_000_000, "ann joins"u8.ToArray(), Presence: true),
            new(3, 1_790_000_000_000, "x"u8.ToArray(), new ClientKey(1, 0, 0)),
        ];
        await Log.AppendAsync(After(head, entries));
        for (var round = 0; round < 2; round++)
        {
            var read = await Log.ReadAsync(head.Id, new LogRange(1, 3, 10, Presence: true));
            Assert.Equal(entries.Length, read.Length);
            foreach (var (expected, actual) in entries.Zip(read))
            {
                Assert.Equal(expected with { Payload = default }, actual with { Payload = default });
                Assert.True(expected.Payload.Span.SequenceEqual(actual.Payload.Span));
            }
            await RestartAsync();
        }
    }

    [Fact]
    public async Task Presence_rows_stand_after_their_entry_in_the_order_of_their_arrival()
    {
        var head = await Log.TakeAsync(Tea);
        await Log.AppendAsync(After(head, Presence(0, "a joins"), Stored(1, "one"), Presence(1, "b joins"), Presence(1, "b leaves"), Stored(2, "two")));
        await RestartAsync();
        head = await Log.TakeAsync(Tea);
        await Log.AppendAsync(After(head, Presence(2, "c joins"), Presence(1, "late"), Stored(3, "three"), Presence(0, "later still")));
        Assert.Equal(3, (await Log.HeadAsync(head.Id)).LastSequence);
        Assert.Equal(["a joins", "later still", "one", "b joins", "b leaves", "late", "two", "c joins", "three"],
            await Log.TextsAsync(head.Id, new LogRange(0, long.MaxValue, 3, Presence: true)));
        Assert.Equal(["two", "c joins", "three"], await Log.TextsAsync(head.Id, new LogRange(0, long.MaxValue, 2, Newest: true, Presence: true)));
        Assert.Equal(["one", "b joins", "b leaves", "late"], await Log.TextsAsync(head.Id, new LogRange(1, 1, 5, Presence: true)));
        Assert.Equal(["one", "two", "three"], await Log.TextsAsync(head.Id, new LogRange(0, long.MaxValue, 5)));
    }

    [Fact]
    public async Task A_room_that_was_only_joined_has_presence_rows_and_no_entry()
    {
        var head = await Log.TakeAsync(Tea);
        await Log.AppendAsync(After(head, Presence(0, "ann joins"), Presence(0, "bob joins")));
        await RestartAsync();
        Assert.Equal(["ann joins", "bob joins"], await Log.TextsAsync(head.Id, new LogRange(0, long.MaxValue, 5, Presence: true)));
        Assert.Empty(await Log.ReadAsync(head.Id, new LogRange(1, long.MaxValue, 5, Presence: true)));
        Assert.Equal(0, (await Log.HeadAsync(head.Id)).LastSequence);
    }

    [Fact]
    public async Task Presence_rows_of_one_read_are_bounded()
    {
        var head = await Log.TakeAsync(Tea);
        var rows = Enumerable.Range(0, LogRange.MostPresence + 5).Select(i => Presence(1, $"{i}"));
        await Log.AppendAsync(After(head, rows.Prepend(Stored(1, "one"))));
        await RestartAsync();
        var oldest = await Log.TextsAsync(head.Id, new LogRange(1, 1, 5, Presence: true));
        Assert.Equal((LogRange.MostPresence + 1, "0"), (oldest.Length, oldest[1]));
        var newest = await Log.TextsAsync(head.Id, new LogRange(1, 1, 5, Newest: true, Presence: true));
        Assert.Equal((LogRange.MostPresence + 1, "5"), (newest.Length, newest[1]));
    }

    [Fact]
    public async Task A_presence_row_after_an_entry_yet_to_come_is_the_owners_bug()
    {
        var head = await Log.TakeAsync(Tea);
        await Assert.ThrowsAsync<ArgumentException>(async () => await Log.AppendAsync(After(head, Presence(1, "early"), Stored(1))));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Log.AppendAsync(After(head, Presence(-1, "never"))));
    }

    [Fact]
    public async Task A_time_is_found_by_its_first_entry()
    {
        var head = await Log.TakeAsync(Tea);
        Assert.Equal(1, await Log.SequenceAtAsync(head.Id, 5));
        await Log.AppendAsync(After(head, Stored(1, time: 10), Stored(2, time: 20), Stored(3, time: 20), Stored(4, time: 20)));
        await RestartAsync();
        head = await Log.TakeAsync(Tea);
        await Log.AppendAsync(After(head, Stored(5, time: 20), Stored(6, time: 30)));
        for (var round = 0; round < 2; round++)
        {
            long[] asked = [0, 10, 11, 20, 21, 30, 31, long.MaxValue];
            var found = new List<long>();
            foreach (var time in asked) found.Add(await Log.SequenceAtAsync(head.Id, time));
            Assert.Equal([1, 1, 2, 2, 6, 6, 7, 7], found);
            await RestartAsync();
        }
    }

    [Fact]
    public async Task A_clients_id_is_found_by_conversation_account_and_id()
    {
        var tea = await Log.TakeAsync(Tea);
        var milk = await Log.TakeAsync(ConversationKey.Channel("#milk"));
        await Log.AppendAsync(After(tea, Stored(1), Stored(2, time: 5000, key: Key(8, 42, hash: 99))));
        await Log.AppendAsync(After(milk, Stored(1, time: 6000, key: Key(8, 42, hash: 77))));
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(new ClientKeyMatch(1, 2, 5000, 99), await Log.FindClientKeyAsync(tea.Id, Key(8, 42, hash: 1)));
            Assert.Equal(new ClientKeyMatch(1, 1, 6000, 77), await Log.FindClientKeyAsync(milk.Id, Key(8, 42)));
            Assert.Null(await Log.FindClientKeyAsync(tea.Id, Key(9, 42)));
            Assert.Null(await Log.FindClientKeyAsync(tea.Id, Key(8, 43)));
            await RestartAsync();
        }
    }

    [Fact]
    public async Task A_clients_id_outlives_its_epoch()
    {
        var head = await Log.TakeAsync(Tea);
        await Log.AppendAsync(After(head, Stored(1, key: Key(8, 1))));
        await RestartAsync();
        head = await Log.TakeAsync(Tea);
        await Log.AppendAsync(After(head, Stored(2, key: Key(8, 2))));
        var born = await Log.BeginEpochAsync(head.Id, head.OwnerEpoch);
        await Log.AppendAsync(After(born!, Stored(1, key: Key(8, 3))));
        await RestartAsync();
        Assert.Equal((1, 1L), await PlaceAsync(1));
        Assert.Equal((1, 2L), await PlaceAsync(2));
        Assert.Equal((2, 1L), await PlaceAsync(3));

        async Task<(int, long)> PlaceAsync(ulong id)
        {
            var match = await Log.FindClientKeyAsync(head.Id, Key(8, id));
            return (match!.Value.Epoch, match.Value.Sequence);
        }
    }

    [Fact]
    public async Task Direct_chats_of_an_identity_are_those_with_an_entry()
    {
        var both = await Log.TakeAsync(ConversationKey.Direct("bob", "ann"));
        var notes = await Log.TakeAsync(ConversationKey.Direct("ann", "ann"));
        var other = await Log.TakeAsync(ConversationKey.Direct("bob", "cid"));
        await Log.TakeAsync(ConversationKey.Direct("ann", "silent"));
        await Log.TakeAsync(ConversationKey.Channel("ann"));
        foreach (var head in new[] { both, notes, other }) await Log.AppendAsync(head, 1);
        for (var round = 0; round < 2; round++)
        {
            var chats = await Log.DirectChatsAsync("ann");
            Assert.Equal([both.Id, notes.Id], chats.Select(head => head.Id).OrderBy(id => id.Value));
            Assert.All(chats, head => Assert.Equal(1, head.LastSequence));
            Assert.Equal(2, (await Log.DirectChatsAsync("bob")).Length);
            Assert.Empty(await Log.DirectChatsAsync("dan"));
            await RestartAsync();
        }
    }

    [Fact]
    public async Task Channels_are_listed_in_order_with_their_heads()
    {
        foreach (var name in new[] { "#茶", "#tea", "#a", "#B" }) await Log.TakeAsync(ConversationKey.Channel(name));
        await Log.TakeAsync(ConversationKey.Direct("ann", "bob"));
        await Log.AppendAsync((await Log.FindAsync(Tea))!, 2);
        for (var round = 0; round < 2; round++)
        {
            var channels = await Log.ChannelsAsync();
            Assert.Equal(["#B", "#a", "#tea", "#茶"], channels.Select(head => head.Key.A));
            Assert.Equal(2, channels[2].LastSequence);
            await RestartAsync();
        }
    }

    [Fact]
    public async Task A_long_history_is_read_from_any_place()
    {
        var head = await Log.TakeAsync(Tea);
        for (var i = 0; i < 30; i++) head = await Log.AppendAsync(head, 100);
        await RestartAsync();
        head = await Log.AppendAsync(await Log.TakeAsync(Tea), 50);
        for (var from = 1L; from <= head.LastSequence; from += 97)
        {
            var read = await Log.ReadAsync(head.Id, new LogRange(from, from + 130, 100));
            Assert.Equal(Math.Min(100, head.LastSequence - from + 1), read.Length);
            Assert.Equal(from, read[0].Sequence);
            Assert.All(read, entry => Assert.Equal($"entry {entry.Sequence}", System.Text.Encoding.UTF8.GetString(entry.Payload.Span)));
            Assert.Equal(from, await Log.SequenceAtAsync(head.Id, 1000 + from));
        }
    }
}
