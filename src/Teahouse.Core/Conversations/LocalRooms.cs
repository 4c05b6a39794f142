using Teahouse.Core.Log;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

internal static class LocalRooms
{
    /// <summary>How long a room that nobody registered outlives its last member, and a guest its last session.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromMinutes(10);

    public static ConversationKey Key(ChannelName name) => ConversationKey.Channel(Names.NameRules.Fold(name.Value));

    /// <summary>The name that a key stands for while nobody has written it otherwise.</summary>
    public static ChannelName Name(ConversationKey key) =>
        ChannelName.TryParse(key.A, out var name) ? name : throw new InvalidOperationException($"{key.A} is no channel");
}
