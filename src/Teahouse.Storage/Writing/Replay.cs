using Teahouse.Core.Log;
using Teahouse.Storage.Codec;

namespace Teahouse.Storage.Writing;

/// <summary>Rebuilds the unwritten tail from the rows of groups at start.</summary>
internal static class Replay
{
    public static void Groups(WriteContext context)
    {
        context.Behind.LastGroup = Progress(context);
        var statement = context.Database.Prepare("SELECT id, body FROM groups ORDER BY id");
        while (statement.Step())
        {
            var group = new CommitGroup(statement.Long(0));
            var number = CommitGroup.FirstNumber(group.Id);
            foreach (var part in GroupDecoder.Decode(statement.Blob(1).ToArray()))
            {
                Add(context, group, part, number);
                foreach (var entry in part.Entries)
                {
                    if (entry.Presence) number++;
                }
            }
            context.Behind.Add(group);
        }
        context.Behind.FindLeftovers();
    }

    private static void Add(WriteContext context, CommitGroup group, GroupPart part, long number)
    {
        var conversation = context.Conversations.Load(context.Database, part.Conversation)
            ?? throw new DamagedException($"conversation {part.Conversation} is missing");
        // What is in pages already, or was said in an epoch that has ended since.
        if (conversation.Applied >= group.Id || conversation.Figures.Epoch > part.Epoch) return;
        if (conversation.Figures.Epoch < part.Epoch || conversation.Figures.LastSequence != part.Head)
            throw new DamagedException($"conversation {part.Conversation} does not go on where its pages end");
        // Those in pages were emptied there in the group's own transaction.
        conversation.Empty(part.Emptied);
        conversation.Publish(group, part.Entries, part.State, number);
        var bytes = TailSizeOf(part);
        context.Behind.Add(conversation, group, part.Entries, part.State is not null, bytes);
    }

    private static int TailSizeOf(GroupPart part) =>
        Log.TailSize.Of(new Append(part.Conversation, 0, part.Head, part.Entries, part.State));

    private static long Progress(WriteContext context)
    {
        var statement = context.Database.Prepare("SELECT last_group FROM progress");
        if (!statement.Step()) throw new DamagedException("the progress of pages is missing");
        var progress = statement.Long(0);
        statement.Reset();
        return progress;
    }
}
