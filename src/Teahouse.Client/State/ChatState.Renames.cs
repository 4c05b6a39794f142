namespace Teahouse.Client;

/// <summary>Conversations that get another name and stay what they are.</summary>
public sealed partial class ChatState
{
    private readonly List<(Conversation Conversation, string Before)> _renamed = [];

    /// <summary>Raised before <see cref="Changed"/> for each conversation that has another name now, with the one before.</summary>
    public event Action<Conversation, string>? Renamed;

    /// <summary>Rooms that are to be joined by the name that they have now.</summary>
    internal List<Room> Redirected { get; } = [];

    // https://ircv3.net/specs/extensions/channel-rename
    private void ApplyRename(Happening h)
    {
        if (FindRoom(h.Message[0]) is not { } room) return;
        Rename(room, h.Message[1]);
        Take(room, h, replay: false);
    }

    /// <summary>A room that one wants to be in has another name: it is looked for there.</summary>
    private void Redirect(Room room, string name)
    {
        if (FindRoom(name) is { } there && there != room)
        {
            // One is there already: what is kept by the name goes there.
            NoteRename(there, room.Name);
            Archive(new ArchiveChange.Forgotten(room.Name));
            Remove(room);
            return;
        }
        Rename(room, name);
        Redirected.Add(room);
    }

    private void Rename(Conversation conversation, string name)
    {
        // Of the new name there can only be something that is no more.
        if (Find(name) is { } other && other != conversation) Remove(other);
        var before = conversation.Name;
        conversation.Name = name;
        NoteRename(conversation, before);
        Archive(new ArchiveChange.Renamed(before, name));
        Touch(conversation);
        Touch();
    }

    private void NoteRename(Conversation conversation, string before)
    {
        if (!string.Equals(conversation.Name, before, StringComparison.Ordinal)) _renamed.Add((conversation, before));
    }

    private void RaiseRenamed()
    {
        var renamed = _renamed.ToArray();
        _renamed.Clear();
        foreach (var (conversation, before) in renamed) Renamed?.Invoke(conversation, before);
    }
}
