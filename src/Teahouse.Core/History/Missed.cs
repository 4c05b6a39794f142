using Teahouse.Core.Conversations;
using Teahouse.Protocol;

namespace Teahouse.Core.History;

/// <summary>What a session has missed since its device last read. Used only from the session's loop.</summary>
/// <param name="since">Milliseconds since 1970 UTC: what was said until then was read.</param>
internal sealed class Missed(long since)
{
    private const int MostRooms = 1000;

    private readonly HashSet<string> _rooms = new(StringComparer.Ordinal);

    public long Since => since;

    /// <summary>Milliseconds since 1970 UTC: later direct messages come by themselves.</summary>
    public long LiveFrom { get; set; }

    /// <summary>Rooms of its user that it came into with the login.</summary>
    public List<ChannelView> Entered { get; } = [];

    /// <summary>True once for each room: who leaves and comes back knows why it missed something.</summary>
    public bool Begin(ChannelName room) => _rooms.Count < MostRooms && _rooms.Add(LocalRooms.Key(room).A);
}
