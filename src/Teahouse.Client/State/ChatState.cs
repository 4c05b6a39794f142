using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>
/// All that an interface draws. It is changed and read on one loop only: the one that runs <see cref="ChatClient.RunAsync"/>,
/// which keeps to the <see cref="SynchronizationContext"/> it was started on (in the browser: the only thread).
/// </summary>
/// <remarks>
/// It is a plain reducer: <see cref="Apply(Message, DateTimeOffset)"/> takes what the server says, without I/O and without a clock of its
/// own; the client's loop feeds it and acts on what it then finds.
/// </remarks>
public sealed partial class ChatState
{
    private readonly HashSet<Conversation> _touched = [];
    private bool _selfTouched;
    private long _lastKey;

    internal ChatState() { }

    /// <summary>Raised after a change of the connection, of who one is, or of the lists of conversations.</summary>
    public event Action? Changed;

    public ConnectionState Connection { get; private set; } = ConnectionState.Idle;

    /// <summary>Who one is on this server.</summary>
    public Identity Me { get; private set; } = new("");

    /// <summary>The network's name as the server gives it; empty before.</summary>
    public string Network => Features.Network ?? "";

    /// <summary>Joined or wanted, in the order of joining.</summary>
    public IReadOnlyList<Room> Rooms => RoomList;

    /// <summary>The one spoken with last comes first.</summary>
    public IReadOnlyList<DirectChat> DirectChats => ChatList;

    /// <summary>What the server itself said lately, oldest first; at most 200.</summary>
    public IReadOnlyList<ServerNotice> Notices => NoticeList;

    /// <summary>What the server said of itself in 005.</summary>
    public ISupport Features { get; private set; } = ISupport.Empty;

    internal List<Room> RoomList { get; } = [];

    internal List<DirectChat> ChatList { get; } = [];

    internal List<ServerNotice> NoticeList { get; } = [];

    /// <summary>The room or chat with that name (ASCII case ignored), or null.</summary>
    public Conversation? Find(string name) => IsRoomName(name) ? FindRoom(name) : FindChat(name);

    /// <summary>Whether the name is a room's rather than a person's.</summary>
    public bool IsRoomName(string name) => name.Length > 0 && Features.ChannelTypes.Contains(name[0], StringComparison.Ordinal);

    internal IEnumerable<Conversation> Conversations => [.. RoomList, .. ChatList];

    internal Room? FindRoom(string name) => RoomList.Find(r => AsciiCase.Comparer.Equals(r.Name, name));

    internal DirectChat? FindChat(string nick) => ChatList.Find(c => AsciiCase.Comparer.Equals(c.Name, nick));

    internal Room GetRoom(string name)
    {
        if (FindRoom(name) is { } known) return known;
        var room = new Room(name);
        RoomList.Add(room);
        Touch();
        return room;
    }

    internal DirectChat GetChat(string nick)
    {
        if (FindChat(nick) is { } known) return known;
        var chat = new DirectChat(nick);
        ChatList.Insert(0, chat);
        Touch();
        return chat;
    }

    internal void Remove(Conversation conversation)
    {
        if (conversation is Room room) RoomList.Remove(room);
        if (conversation is DirectChat chat) ChatList.Remove(chat);
        PendingList.RemoveAll(p => p.Conversation == conversation);
        Touch();
    }

    internal long NextKey() => ++_lastKey;

    internal void Set(ConnectionState connection)
    {
        if (Connection == connection) return;
        Connection = connection;
        Touch();
    }

    internal void Set(Identity me)
    {
        if (Me == me) return;
        Me = me;
        Touch();
    }

    internal void Touch() => _selfTouched = true;

    internal void Touch(Conversation conversation) => _touched.Add(conversation);

    /// <summary>Raises the events of all that changed since the last time.</summary>
    internal void RaiseChanges()
    {
        foreach (var conversation in _touched.ToArray())
        {
            conversation.Timeline.Trim();
            conversation.CountUnread(Ignores);
        }
        Conversation[] conversations = [.. _touched];
        var self = _selfTouched;
        _touched.Clear();
        _selfTouched = false;
        RaiseRenamed();
        foreach (var conversation in conversations) conversation.RaiseChanged();
        if (self) Changed?.Invoke();
        RaiseHeard();
    }

    private bool IsMe(string nick) => AsciiCase.Comparer.Equals(nick, Me.Nick);
}

/// <param name="Nick">Empty before the first registration.</param>
/// <param name="Account">Null if not logged in.</param>
/// <param name="IsGuest">The account is held by this device's credential only.</param>
/// <param name="AwayText">Null if not away.</param>
public sealed record Identity(string Nick, string? Account = null, bool IsGuest = false, string? AwayText = null);

/// <summary>A word of the server to its user.</summary>
public sealed record ServerNotice(DateTimeOffset Time, string Text);
