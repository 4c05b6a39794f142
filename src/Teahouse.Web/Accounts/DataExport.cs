using System.Buffers;
using System.Text;
using System.Text.Json;
using Teahouse.Client;
using Teahouse.Web.Saved;

namespace Teahouse.Web.Accounts;

/// <summary>What belongs to the reader, in one JSON document.</summary>
/// <param name="Messages">How many messages are in it.</param>
/// <param name="Problem">Why it could not be collected; null if it was.</param>
public sealed record DataExport(string Json, int Messages, Problem? Problem = null)
{
    // A search tells a page at a time.
    private const int MostPages = 200;

    public static async Task<DataExport> CollectAsync(ChatClient client, IReadOnlyList<SavedMessage> saved, IReadOnlyList<string> ignored, DateTimeOffset now)
    {
        var (devices, problem) = await client.DevicesAsync();
        if (devices is null) return new("", 0, problem);
        var messages = new Dictionary<string, SearchHit>(StringComparer.Ordinal);
        DateTimeOffset? before = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await client.SearchAsync(new("", From: client.State.Me.Nick, Before: before));
            if (answer.Problem is { } refused) return new("", 0, refused);
            var known = messages.Count;
            foreach (var hit in answer.Hits)
                if (hit.Message.MessageId is { } id) messages.TryAdd(id, hit);
            if (messages.Count == known) break;
            before = answer.Hits[^1].Message.Time;
        }
        return new(Write(client.State, devices, saved, ignored, [.. messages.Values.OrderBy(m => m.Message.Time)], now), messages.Count);
    }

    private static string Write(
        ChatState state, IReadOnlyList<LinkedDevice> devices, IReadOnlyList<SavedMessage> saved, IReadOnlyList<string> ignored, IReadOnlyList<SearchHit> messages, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("network", state.Network);
            json.WriteString("exported", now);
            json.WriteString("account", state.Me.Account);
            json.WriteString("nick", state.Me.Nick);
            Array("devices", devices, d => { json.WriteString("name", d.Label); json.WriteString("since", Iso(d.Since)); json.WriteString("lastUsed", Iso(d.LastUsed)); });
            Array("rooms", state.Rooms, r => { json.WriteString("name", r.Name); json.WriteString("topic", r.Topic); });
            Array("directChats", state.DirectChats, c => json.WriteString("with", c.Name));
            Array("ignored", ignored, n => json.WriteString("name", n));
            Array("saved", saved, m => Message(m.Conversation, m.MessageId, m.Time, m.Nick, m.Text));
            Array("messages", messages, m => Message(m.Conversation, m.Message.MessageId!, m.Message.Time, m.Message.From.Nick, m.Message.Text));
            json.WriteEndObject();

            void Array<T>(string name, IEnumerable<T> items, Action<T> write)
            {
                json.WriteStartArray(name);
                foreach (var item in items)
                {
                    json.WriteStartObject();
                    write(item);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }

            void Message(string conversation, string id, DateTimeOffset time, string from, string text)
            {
                json.WriteString("conversation", conversation);
                json.WriteString("id", id);
                json.WriteString("time", time);
                json.WriteString("from", from);
                json.WriteString("text", text);
            }
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Iso(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
