namespace Teahouse.Client;

/// <summary>
/// All that an interface draws. It is changed and read on one loop only: the one that runs <c>ChatClient.RunAsync</c>,
/// which keeps to the <see cref="SynchronizationContext"/> it was started on (in the browser: the only thread).
/// </summary>
public sealed class ChatState
{
    /// <summary>Raised after a change of the connection, of who one is, or of the lists of conversations.</summary>
    public event Action? Changed;

    public ConnectionState Connection { get; internal set; } = ConnectionState.Idle;

    /// <summary>Who one is on this server.</summary>
    public Identity Me { get; internal set; } = new("");

    /// <summary>The network's name as the server gives it; empty before.</summary>
    public string Network { get; internal set; } = "";

    /// <summary>Joined or wanted, in the order of joining.</summary>
    public IReadOnlyList<Room> Rooms => RoomList;

    /// <summary>The one spoken with last comes first.</summary>
    public IReadOnlyList<DirectChat> DirectChats => ChatList;

    internal List<Room> RoomList { get; } = [];

    internal List<DirectChat> ChatList { get; } = [];

    internal void RaiseChanged() => Changed?.Invoke();
}

/// <param name="Nick">Empty before the first registration.</param>
/// <param name="Account">Null if not logged in.</param>
/// <param name="IsGuest">The account is held by this device's credential only.</param>
/// <param name="AwayText">Null if not away.</param>
public sealed record Identity(string Nick, string? Account = null, bool IsGuest = false, string? AwayText = null);
