namespace Teahouse.Check.Judging;

/// <summary>
/// The orders in which one conversation was seen: one for the history and one for every view, each with every message at most
/// once. Messages have small numbers of their own here, from 0.
/// </summary>
internal sealed class Orders
{
    private readonly Dictionary<int, int> _small = [];
    private readonly List<int> _numbers = [];
    private readonly List<int[]> _orders = [];
    private readonly List<(int Order, int Place)>[] _places;

    public Orders(ConversationRecord conversation)
    {
        foreach (var (_, seen) in conversation.Lists) _orders.Add(Order(seen));
        _places = new List<(int, int)>[_numbers.Count];
        for (var i = 0; i < _places.Length; i++) _places[i] = [];
        for (var i = 0; i < _orders.Count; i++)
            for (var place = 0; place < _orders[i].Length; place++) _places[_orders[i][place]].Add((i, place));
    }

    /// <summary>How many different messages were seen.</summary>
    public int Messages => _numbers.Count;

    /// <summary>As <see cref="ConversationRecord.Lists"/> has them.</summary>
    public IReadOnlyList<int[]> All => _orders;

    /// <summary>The number in the run.</summary>
    public int Number(int small) => _numbers[small];

    /// <summary>Where a message stands: in which orders, and at which place there.</summary>
    public IReadOnlyList<(int Order, int Place)> Places(int small) => _places[small];

    private int[] Order(IReadOnlyList<Sighting> seen)
    {
        var order = new List<int>(seen.Count);
        var known = new HashSet<int>();
        foreach (var sighting in seen)
            if (sighting.Message >= 0 && known.Add(sighting.Message)) order.Add(Small(sighting.Message));
        return [.. order];
    }

    private int Small(int number)
    {
        if (_small.TryGetValue(number, out var small)) return small;
        _small.Add(number, small = _numbers.Count);
        _numbers.Add(number);
        return small;
    }
}
