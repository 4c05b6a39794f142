using Teahouse.Core.Log;
using Teahouse.Storage.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>Two conversations, or a conversation and nobody, change keys, in the transaction of the group that says so. Used only by the writer.</summary>
internal static class ConversationRename
{
    // No name has a NUL: for a moment nobody else is found by this.
    private const string Nowhere = "\0";

    /// <returns>The conversation that had the key until now.</returns>
    public static ConversationState? Run(WriteContext context, ConversationState conversation, ConversationKey to)
    {
        var before = conversation.Key;
        var other = context.Conversations.Load(context.Database, to);
        if (other == conversation) return null;
        if (other is not null) Set(context.Database, other.Id, to with { A = Nowhere });
        Set(context.Database, conversation.Id, to);
        if (other is not null) Set(context.Database, other.Id, before);
        return other;
    }

    private static void Set(Database database, ConversationId id, ConversationKey key) =>
        database.Prepare("UPDATE conversations SET a = ?, b = ? WHERE id = ?").Bind(1, key.A).Bind(2, key.B).Bind(3, id.Value).Run();
}
