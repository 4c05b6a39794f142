using System.Buffers;
using System.Text;

namespace Teahouse.Protocol;

/// <summary>Turns checked tag bytes into <see cref="Tags"/>.</summary>
internal static class TagParser
{
    // Above this many tags a table finds repeated keys, so that a line full of tags costs no quadratic time.
    private const int LinearSearch = 16;

    private static readonly WordTable Known = new(
        TagNames.Time, TagNames.MsgId, TagNames.Account, TagNames.Batch, TagNames.Label, TagNames.Bot, TagNames.Typing, TagNames.Reply,
        TagNames.DraftReply, TagNames.React, TagNames.DraftReact, TagNames.Unreact, TagNames.DraftUnreact, TagNames.MultilineConcat,
        TagNames.ChannelContext, TagNames.DraftChannelContext, TagNames.Sequence, TagNames.Id, TagNames.After);

    /// <param name="bytes">Valid UTF-8 between the <c>@</c> and the space.</param>
    public static Tags Parse(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (bytes.IsEmpty) return Tags.Empty;
        var items = new KeyValuePair<string, string>[bytes.Count((byte)';') + 1];
        var places = items.Length > LinearSearch ? new Dictionary<string, int>(StringComparer.Ordinal) : null;
        var count = 0;
        foreach (var part in bytes.Split((byte)';'))
        {
            var tag = bytes[part];
            var equals = tag.IndexOf((byte)'=');
            var keyBytes = equals < 0 ? tag : tag[..equals];
            if (keyBytes.IsEmpty) continue;
            var key = Known.Find(keyBytes) ?? encoding.GetString(keyBytes);
            var value = equals < 0 ? "" : Value(tag[(equals + 1)..], encoding);
            var place = Place(items.AsSpan(0, count), places, key);
            items[place] = KeyValuePair.Create(key, value);
            if (place == count) count++;
        }
        if (count < items.Length) Array.Resize(ref items, count);
        return new Tags(items);
    }

    /// <summary>Where the key stands, or the first free place: of a repeated key the last value counts.</summary>
    private static int Place(ReadOnlySpan<KeyValuePair<string, string>> items, Dictionary<string, int>? places, string key)
    {
        if (places is not null) return places.TryAdd(key, items.Length) ? items.Length : places[key];
        for (var i = 0; i < items.Length; i++)
            if (items[i].Key == key) return i;
        return items.Length;
    }

    private static string Value(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (!bytes.Contains((byte)'\\')) return encoding.GetString(bytes);
        var rented = ArrayPool<byte>.Shared.Rent(bytes.Length);
        var text = encoding.GetString(rented.AsSpan(0, TagValue.Unescape(bytes, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return text;
    }
}
