using Teahouse.Core.Log;

namespace Teahouse.Core.Conversations;

/// <summary>What a conversation is found by; a channel's changes with its name. Changed only in its owner's turn, read by any thread.</summary>
internal sealed class ConversationPlace(ConversationKey key)
{
    private volatile object _key = key;

    public ConversationKey Key
    {
        get => (ConversationKey)_key;
        set => _key = value;
    }
}
