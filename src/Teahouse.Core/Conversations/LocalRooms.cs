using Teahouse.Core.Log;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

internal static class LocalRooms
{
    /// <summary>How long a room that nobody registered outlives its last member, and a guest its last session.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromMinutes(10);

    /// <summary>The name folded by Unicode; by ASCII alone where Unicode makes of it what can be no channel's name.</summary>
    public static ConversationKey Key(ChannelName name)
    {
        var folded = Names.NameRules.Fold(name.Value);
        var fits = ReferenceEquals(folded, name.Value) || ChannelName.TryParse(folded, out _);
        return ConversationKey.Channel(fits ? folded : name.Folded);
    }

    public static ConversationKey StatusKey(ChannelName name, MemberModes rank) =>
        StatusKey(Key(name).A, rank);

    public static ConversationKey StatusKey(string folded, MemberModes rank) =>
        new(ConversationKind.Status, folded, MemberRanks.Rows.First(r => r.Mode == rank).Letter.ToString());

    /// <summary>The name that a key stands for while nobody has written it otherwise.</summary>
    public static ChannelName Name(ConversationKey key) =>
        ChannelName.TryParse(key.A, out var name) ? name : throw new InvalidOperationException($"{key.A} is no channel");
}
