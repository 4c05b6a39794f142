using System.Globalization;

namespace Teahouse.Check.Driving;

/// <summary>Who is in which conversation: everybody in two rooms, and every two with each other in a direct chat. Rooms come first.</summary>
internal sealed class Scene
{
    private readonly string _mark;
    private readonly List<string> _conversations = [];

    /// <param name="mark">Of this run, for names that no earlier run had; letters and digits, at most four.</param>
    public Scene(int clients, int rooms, string mark)
    {
        _mark = mark;
        Clients = clients;
        Rooms = rooms;
        for (var i = 0; i < rooms; i++) _conversations.Add(string.Create(CultureInfo.InvariantCulture, $"#check-{mark}-{i}"));
        for (var i = 0; i + 1 < clients; i += 2) _conversations.Add($"{Name(i)} + {Name(i + 1)}");
    }

    public int Clients { get; }

    public int Rooms { get; }

    public IReadOnlyList<string> Conversations => _conversations;

    /// <summary>The account, and the nick where it is free; at most nine characters for a thousand clients.</summary>
    public string Name(int client) => string.Create(CultureInfo.InvariantCulture, $"t{_mark}{client}");

    public bool IsRoom(int conversation) => conversation < Rooms;

    /// <summary>The rooms that a client is in.</summary>
    public IReadOnlyList<int> RoomsOf(int client) => Rooms == 1 ? [0] : [client % Rooms, (client + 1) % Rooms];

    /// <returns>-1 if there is nobody to chat with.</returns>
    public int PartnerOf(int client) => (client ^ 1) < Clients ? client ^ 1 : -1;

    /// <summary>The direct chat of a client that has a partner.</summary>
    public int DirectOf(int client) => Rooms + (client / 2);

    /// <returns>-1 if it is none of our rooms.</returns>
    public int Room(string name)
    {
        for (var i = 0; i < Rooms; i++)
            if (AsciiEquals(_conversations[i], name)) return i;
        return -1;
    }

    private static bool AsciiEquals(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
