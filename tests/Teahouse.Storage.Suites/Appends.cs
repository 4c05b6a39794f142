using System.Collections.Immutable;
using System.Text;
using Teahouse.Core.Log;

namespace Teahouse.Storage.Suites;

/// <summary>Short ways to say what is appended and what is read.</summary>
public static class Appends
{
    public static readonly ConversationKey Tea = ConversationKey.Channel("#tea");

    public static LogEntry Stored(long sequence, string text = "", long? time = null, ClientKey? key = null) =>
        new(sequence, time ?? 1000 + sequence, Encoding.UTF8.GetBytes(text.Length == 0 ? $"entry {sequence}" : text), key);

    public static LogEntry Presence(long after, string text, long time = 1000) =>
        new(after, time, Encoding.UTF8.GetBytes(text), Presence: true);

    public static ClientKey Key(long account, ulong id, ulong hash = 7) => new(account, new UInt128(0x0190_0000_0000_7000, id), hash);

    /// <summary>An append of an owner who knows this head.</summary>
    public static Append After(ConversationHead head, params IEnumerable<LogEntry> entries) =>
        new(head.Id, head.OwnerEpoch, head.LastSequence, [.. entries]);

    /// <summary>Appends so many entries and answers with the new head.</summary>
    public static async Task<ConversationHead> AppendAsync(this IMessageLog log, ConversationHead head, int count)
    {
        var entries = Enumerable.Range(1, count).Select(i => Stored(head.LastSequence + i));
        Assert.Equal(AppendOutcome.Stored, await log.AppendAsync(After(head, entries)));
        return await log.HeadAsync(head.Id);
    }

    public static async Task<string[]> TextsAsync(this IMessageLog log, ConversationId conversation, LogRange range) =>
        Texts(await log.ReadAsync(conversation, range));

    public static string[] Texts(ImmutableArray<LogEntry> entries) => [.. entries.Select(entry => Encoding.UTF8.GetString(entry.Payload.Span))];
}
