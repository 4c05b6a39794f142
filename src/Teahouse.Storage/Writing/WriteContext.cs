using Teahouse.Core.Log;
using Teahouse.Storage.Codec;
using Teahouse.Storage.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>What requests find on the writer's thread. Used only from there.</summary>
internal sealed class WriteContext(Database database, ConversationCache conversations, WriteBehind behind)
{
    private readonly List<Append> _accepted = [];

    public Database Database { get; } = database;

    public ConversationCache Conversations { get; } = conversations;

    public WriteBehind Behind { get; } = behind;

    public GroupEncoder Encoder { get; } = new();

    /// <summary>The group being put together, or the one just committed.</summary>
    public CommitGroup Group { get; private set; } = new(0);

    /// <summary>The number for the next presence row of the group.</summary>
    public long NextPresence { get; set; }

    /// <summary>Another one for each attempt to commit: what an abandoned one left pending is told from it.</summary>
    public long Attempt { get; private set; }

    public void Begin()
    {
        Group = new CommitGroup(Behind.LastGroup + 1);
        Attempt++;
        NextPresence = CommitGroup.FirstNumber(Group.Id);
        Encoder.Begin();
        _accepted.Clear();
    }

    /// <summary>An append passed the fence: it travels in this group.</summary>
    public void Accept(Append append, int epoch)
    {
        Encoder.Add(append, epoch);
        _accepted.Add(append);
    }

    /// <summary>The stored entries that this group brings to a conversation so far, in its epoch of now.</summary>
    public IEnumerable<LogEntry> EarlierInGroup(ConversationId conversation) =>
        _accepted.Where(append => append.Conversation == conversation).SelectMany(append => append.Entries).Where(entry => !entry.Presence);
}
