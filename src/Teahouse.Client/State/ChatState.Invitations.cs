using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>Somebody asks the reader into a room.</summary>
public sealed record Invitation(string Room, Sender From);

public sealed partial class ChatState
{
    // Of more, nobody wants to be asked.
    private const int MostInvitations = 20;

    private readonly List<Invitation> _invitations = [];

    /// <summary>Those that were neither used nor put away, the newest last.</summary>
    public IReadOnlyList<Invitation> Invitations => _invitations;

    /// <summary>What MODE lists of a room's bans, while it does.</summary>
    internal List<RoomBan> Bans { get; } = [];

    internal const int MostBans = 1000;

    internal void Forget(string room)
    {
        if (_invitations.RemoveAll(i => AsciiCase.Equals(i.Room, room)) > 0) Touch();
    }

    // Also whom others asked in is told to operators (invite-notify).
    private void ApplyInvite(Happening h)
    {
        var room = h.Message[1];
        if (!IsMe(h.Message[0]) || Ignores(h.From) || FindRoom(room) is { IsJoined: true }) return;
        Forget(room);
        if (_invitations.Count == MostInvitations) _invitations.RemoveAt(0);
        _invitations.Add(new(room, h.From));
        Touch();
    }

    private void ApplyBan(Message m)
    {
        if (Bans.Count >= MostBans) return;
        DateTimeOffset? since = m.Count > 4 && long.TryParse(m[4], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
            && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        Bans.Add(new(m[2], m.Count > 3 ? m[3].Split('!')[0] : "", since));
    }
}
