using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Composer;

namespace Teahouse.Web.Rooms;

/// <summary>Somewhere to go.</summary>
public abstract record JumpChoice(string Name)
{
    private const int MostShown = 12;

    /// <summary>A conversation that is open already.</summary>
    public sealed record Open(Conversation Conversation) : JumpChoice(Conversation.Name);

    /// <summary>A person seen in a room.</summary>
    public sealed record Person(string Nick) : JumpChoice(Nick);

    /// <summary>A room that one is not in; it is made if there is none.</summary>
    public sealed record NewRoom(string Room) : JumpChoice(Room);

    /// <summary>Where what was typed may lead, the likeliest first.</summary>
    public static IReadOnlyList<JumpChoice> Of(ChatState state, string typed)
    {
        var wanted = typed.Trim();
        var open = state.Rooms.Concat<Conversation>(state.DirectChats);
        var people = state.Rooms.SelectMany(r => r.Members).Select(m => m.Nick)
            .Distinct(AsciiCase.Comparer)
            .Where(n => !AsciiCase.Equals(n, state.Me.Nick) && !state.DirectChats.Any(c => AsciiCase.Equals(c.Name, n)));
        var found = open.Select(c => (JumpChoice)new Open(c)).Concat(people.Select(n => new Person(n)))
            .Select(c => (Choice: c, Rank: Rank(c, wanted)))
            .Where(c => c.Rank >= 0)
            .OrderBy(c => c.Rank)
            .Select(c => c.Choice)
            .Take(MostShown)
            .ToList();
        if (wanted.Length > 0 && Composed.RoomName(wanted) is { } room && !state.Rooms.Any(r => AsciiCase.Equals(r.Name, room)))
            found.Add(new NewRoom(room));
        return found;
    }

    /// <summary>0 for a name that begins with what is wanted, 1 for one that holds it, -1 for others.</summary>
    private static int Rank(JumpChoice choice, string wanted)
    {
        var at = choice.Name.TrimStart('#').IndexOf(wanted.TrimStart('#'), StringComparison.OrdinalIgnoreCase);
        if (wanted.StartsWith('#') && !choice.Name.StartsWith('#')) return -1;
        return at < 0 ? -1 : at == 0 ? 0 : 1;
    }
}
