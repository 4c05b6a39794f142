namespace Teahouse.Protocol;

/// <summary>
/// The tags of a message: immutable, in order, each key once (https://ircv3.net/specs/extensions/message-tags).
/// Keys are case-sensitive. A tag without a value has the value "". The default value is the empty set and costs nothing.
/// Equality does not look at the order.
/// </summary>
public readonly struct Tags : IEquatable<Tags>
{
    private readonly KeyValuePair<string, string>[]? _items;

    internal Tags(KeyValuePair<string, string>[] items) => _items = items.Length == 0 ? null : items;

    public static Tags Empty => default;

    public int Count => _items?.Length ?? 0;

    internal ReadOnlySpan<KeyValuePair<string, string>> Items => _items;

    /// <summary>The value, "" if the tag has none, null if there is no such tag.</summary>
    public string? this[string key]
    {
        get
        {
            foreach (var item in Items)
                if (item.Key == key) return item.Value;
            return null;
        }
    }

    public bool Contains(string key) => this[key] is not null;

    /// <summary>The tags with this one added at the end, or replaced where it stands.</summary>
    /// <param name="value">Null and "" mean the same.</param>
    /// <exception cref="ArgumentException">The key is empty or cannot be written, or the value holds NUL.</exception>
    public Tags With(string key, string? value)
    {
        WireText.RequireTag(key, value);
        var item = KeyValuePair.Create(key, value ?? "");
        for (var i = 0; i < Count; i++)
        {
            if (_items![i].Key != key) continue;
            var replaced = _items.AsSpan().ToArray();
            replaced[i] = item;
            return new Tags(replaced);
        }
        return new Tags([.. Items, item]);
    }

    public Tags Without(string key) => Contains(key) ? Where(item => item.Key != key) : this;

    /// <summary>Only the tags that clients send to each other: those whose key starts with <c>+</c>.</summary>
    public Tags ClientOnly()
    {
        foreach (var item in Items)
            if (!item.Key.StartsWith('+')) return Where(static i => i.Key.StartsWith('+'));
        return this;
    }

    /// <summary>The tags ordered by key, ordinally.</summary>
    public IEnumerable<KeyValuePair<string, string>> OrderedByKey() => (_items ?? []).OrderBy(item => item.Key, StringComparer.Ordinal);

    public Enumerator GetEnumerator() => new(_items);

    public bool Equals(Tags other)
    {
        if (ReferenceEquals(_items, other._items)) return true;
        if (Count != other.Count) return false;
        foreach (var item in Items)
            if (other[item.Key] != item.Value) return false;
        return true;
    }

    public override bool Equals(object? obj) => obj is Tags other && Equals(other);

    public override int GetHashCode()
    {
        var sum = 0;
        foreach (var item in Items) sum += HashCode.Combine(item.Key, item.Value);
        return sum;
    }

    public static bool operator ==(Tags left, Tags right) => left.Equals(right);

    public static bool operator !=(Tags left, Tags right) => !left.Equals(right);

    private Tags Where(Func<KeyValuePair<string, string>, bool> keep) => new(Array.FindAll(_items!, i => keep(i)));

    /// <summary>Walks the tags in order without allocating.</summary>
    public struct Enumerator
    {
        private readonly KeyValuePair<string, string>[]? _items;
        private int _next;

        internal Enumerator(KeyValuePair<string, string>[]? items) => _items = items;

        public readonly KeyValuePair<string, string> Current => _items![_next - 1];

        public bool MoveNext() => _items is not null && _next++ < _items.Length;
    }
}
