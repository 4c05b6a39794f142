using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Rooms;

/// <summary>The reader's own order of the list on the left, and what they do not want in it: kept by this browser, the same in all of its tabs.</summary>
public sealed class RoomArrangement
{
    private const string OrderKey = "list.order";
    private const string HiddenKey = "list.hidden";
    private const int Most = 500;

    private readonly IDeviceStorage _storage;
    private List<string> _order;
    private HashSet<string> _hidden;

    public RoomArrangement(IDeviceStorage storage)
    {
        _storage = storage;
        _order = Read(OrderKey);
        _hidden = [.. Read(HiddenKey)];
        storage.ChangedElsewhere += key =>
        {
            if (key == OrderKey) _order = Read(OrderKey);
            else if (key == HiddenKey) _hidden = [.. Read(HiddenKey)];
            else return;
            Changed?.Invoke();
        };
    }

    public event Action? Changed;

    /// <summary>As the reader put them; those never moved come after, as they were.</summary>
    public IEnumerable<T> Sorted<T>(IEnumerable<T> conversations)
        where T : Conversation
    {
        var places = _order.Select((name, at) => (name, at)).ToDictionary(p => p.name, p => p.at, StringComparer.Ordinal);
        return conversations.OrderBy(c => places.GetValueOrDefault(NameOf(c), int.MaxValue));
    }

    public bool IsHidden(Conversation conversation) => _hidden.Contains(NameOf(conversation));

    /// <summary>Puts a conversation beside another one.</summary>
    /// <param name="all">All that there are, as they came.</param>
    public void Move(Conversation moved, Conversation beside, bool isAfter, IEnumerable<Conversation> all)
    {
        var name = NameOf(moved);
        if (name == NameOf(beside)) return;
        // Rooms that one is not in now keep their places: one may come back.
        _order.AddRange(all.Select(NameOf).Except(_order).ToList());
        _order.Remove(name);
        _order.Insert(_order.IndexOf(NameOf(beside)) + (isAfter ? 1 : 0), name);
        if (_order.Count > Most) _order = [.. all.Select(NameOf).OrderBy(n => _order.IndexOf(n)).Take(Most)];
        Keep(OrderKey, _order);
    }

    public void Hide(Conversation conversation)
    {
        if (_hidden.Count < Most && _hidden.Add(NameOf(conversation))) Keep(HiddenKey, _hidden);
    }

    public void Unhide(Conversation conversation)
    {
        if (_hidden.Remove(NameOf(conversation))) Keep(HiddenKey, _hidden);
    }

    /// <summary>A conversation has another name: it keeps its place.</summary>
    public void Rename(string before, string name)
    {
        var (from, to) = (AsciiCase.Fold(before), AsciiCase.Fold(name));
        if (from == to) return;
        if (_order.Contains(from))
        {
            _order.Remove(to);
            _order[_order.IndexOf(from)] = to;
            Keep(OrderKey, _order);
        }
        if (!_hidden.Remove(from)) return;
        _hidden.Add(to);
        Keep(HiddenKey, _hidden);
    }

    private static string NameOf(Conversation conversation) => AsciiCase.Fold(conversation.Name);

    private List<string> Read(string key) =>
        [.. (_storage.Read(key) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(Most)];

    // Where nothing can be kept it holds as long as the page.
    private void Keep(string key, IEnumerable<string> names)
    {
        _storage.Write(key, string.Join(',', names));
        Changed?.Invoke();
    }
}
