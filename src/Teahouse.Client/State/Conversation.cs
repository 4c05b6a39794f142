namespace Teahouse.Client;

/// <summary>
/// A room or a direct chat. Used only from the client's loop (see <see cref="ChatState"/>).
/// </summary>
public abstract class Conversation
{
    private protected Conversation(string name) => Name = name;

    /// <summary>Raised after any change of this conversation or its timeline.</summary>
    public event Action? Changed;

    /// <summary>The room with its <c>#</c>, or the other person's nick.</summary>
    public string Name { get; internal set; }

    public Timeline Timeline { get; } = new();

    /// <summary>Messages of others after the read position.</summary>
    public int UnreadCount { get; internal set; }

    /// <summary>Those of them that are for the reader: naming them, or any in a direct chat.</summary>
    public int MentionCount { get; internal set; }

    /// <summary>The <see cref="TimelineItem.Key"/> of the first unread message; null if all is read.</summary>
    public long? FirstUnread { get; internal set; }

    /// <summary>Nicks that are typing now.</summary>
    public IReadOnlyList<string> Typing { get; internal set; } = [];

    /// <summary>True while what was missed is being fetched.</summary>
    public bool IsCatchingUp { get; internal set; }

    internal void RaiseChanged() => Changed?.Invoke();
}

/// <summary>A channel.</summary>
public sealed class Room : Conversation
{
    internal Room(string name) : base(name) { }

    /// <summary>Empty if none is set.</summary>
    public string Topic { get; internal set; } = "";

    /// <summary>Whether this connection is in it now; false while offline, after leaving and after a kick.</summary>
    public bool IsJoined { get; internal set; }

    /// <summary>Why one is not in it although one wanted to (kicked, banned, invitation needed); otherwise null.</summary>
    public Problem? Problem { get; internal set; }

    /// <summary>By nick, in no particular order.</summary>
    public IReadOnlyCollection<Member> Members => MemberTable.Values;

    internal Dictionary<string, Member> MemberTable { get; } = [];

    /// <summary>The member with that nick (ASCII case ignored), or null.</summary>
    public Member? Member(string nick) => MemberTable.GetValueOrDefault(nick);
}

/// <summary>A chat with one person.</summary>
public sealed class DirectChat : Conversation
{
    internal DirectChat(string name) : base(name) { }

    /// <summary>The other's account; null if not logged in, or not known yet.</summary>
    public string? Account { get; internal set; }
}
