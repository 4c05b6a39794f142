using Teahouse.Core.Conversations;
using Teahouse.Protocol;

namespace Teahouse.Core.Network;

/// <summary>Invitations by link, from the token alone.</summary>
internal static class Invitations
{
    /// <summary>The room that the token opens, if it does now.</summary>
    /// <param name="registers">To make an account by it, rather than to come in.</param>
    public static async ValueTask<ChannelName?> FindRoomAsync(INetwork network, string token, long now, bool registers)
    {
        if (token.Length == 0) return null;
        foreach (var room in await network.RegisteredAsync(0))
            if ((await network.Channel(room.Name).AskAsync(new Look())).View is { } view && InviteRules.Find(view.Settings, token, now) is { } link)
                return (registers ? link.Registrations : link.Joins) > 0 ? room.Name : null;
        return null;
    }

    /// <summary>An account was made by it.</summary>
    public static async ValueTask UsedAsync(INetwork network, ChannelName room, string token) =>
        await network.Channel(room).AskAsync(new UseInvite(InviteLink.HashOf(token)));
}
