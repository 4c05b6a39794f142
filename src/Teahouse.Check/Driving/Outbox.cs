using Teahouse.Check.Judging;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>The messages of one client: all that it wrote, and those that wait for an answer. Used only by that client.</summary>
internal sealed class Outbox(int writer, Traffic traffic, Random random, MessageIds ids)
{
    private readonly List<Outgoing> _all = [];
    private readonly SortedDictionary<int, Outgoing> _waiting = [];
    private readonly Dictionary<int, Outgoing> _last = [];
    private readonly IReadOnlyList<int> _rooms = traffic.Scene.RoomsOf(writer);

    public IReadOnlyList<Outgoing> All => _all;

    /// <summary>In the order in which they were written.</summary>
    public IEnumerable<Outgoing> Waiting => _waiting.Values;

    public int Count => _waiting.Count;

    /// <summary>Writes one more message; null when no more are to be written.</summary>
    public Outgoing? Compose(int connection)
    {
        if (!traffic.TryTake(out var number)) return null;
        var conversation = Choose();
        var previous = _last.GetValueOrDefault(conversation);
        var message = new Outgoing(new(number, writer, conversation), previous, ids.Next(), connection, traffic.Ticks.Next());
        _last[conversation] = message;
        _waiting.Add(number, message);
        _all.Add(message);
        return message;
    }

    public Outgoing? Find(int number) => _waiting.GetValueOrDefault(number);

    /// <summary>The last word about a message.</summary>
    /// <param name="echo">Null if there is none.</param>
    public void Answer(Outgoing message, SendOutcome outcome, Message? echo = null)
    {
        message.Answer(outcome, traffic.Ticks.Next(), echo is null ? 0 : Marks.Of(echo), echo is null ? default : Marks.PlaceOf(echo));
        _waiting.Remove(message.Text.Number);
    }

    /// <summary>Nobody will ever know of these.</summary>
    public void GiveUp() => _waiting.Clear();

    private int Choose() =>
        traffic.Scene.PartnerOf(writer) >= 0 && random.Next(5) == 0
            ? traffic.Scene.DirectOf(writer)
            : _rooms[random.Next(_rooms.Count)];
}
