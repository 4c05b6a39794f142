namespace Teahouse.Check.Tests.Faulty;

/// <summary>A stored message.</summary>
internal sealed record Entry(string MsgId, string Account, string Source, string Target, string Text, string? Id);

/// <summary>A room or a direct chat. Used only under the server's lock.</summary>
internal sealed class Room
{
    public List<Entry> Log { get; } = [];

    public List<Peer> Members { get; } = [];

    /// <summary>Members that hear nothing until they have fetched all.</summary>
    public HashSet<Peer> Behind { get; } = [];

    /// <summary>Of accounts, with what became of them.</summary>
    public Dictionary<(string Account, string Id), Entry> Known { get; } = [];

    /// <summary>Held back, to come after the next.</summary>
    public (Peer Sender, Entry Entry, string? Label)? Held { get; set; }

    /// <summary>For one member, the same.</summary>
    public Dictionary<Peer, Entry> HeldFor { get; } = [];
}
