namespace Teahouse.Core.Log;

/// <summary>What a conversation is found by.</summary>
/// <param name="Kind">A channel, or a direct chat between two identities.</param>
/// <param name="A">A channel's folded name (<c>#tea</c>), or the smaller of the two identities, ordinally.</param>
/// <param name="B">Empty for a channel; the larger identity of a direct chat (equal to A for notes to oneself).</param>
public readonly record struct ConversationKey(ConversationKind Kind, string A, string B)
{
    public static ConversationKey Channel(string foldedName) => new(ConversationKind.Channel, foldedName, "");

    public static ConversationKey Direct(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0
            ? new(ConversationKind.Direct, one, other)
            : new(ConversationKind.Direct, other, one);
}

public enum ConversationKind : byte
{
    Channel = 1,
    Direct = 2,
    /// <summary>What is said to the members of a channel from a status upwards (STATUSMSG).</summary>
    Status = 3,
}
