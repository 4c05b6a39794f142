using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Core.Network;
using Teahouse.Core.Sessions;

namespace Teahouse.Core.Services.Channels;

/// <summary>Rooms of accounts that are no more.</summary>
internal static class Heirs
{
    /// <summary>Looks at all rooms that belong to an account, or to any (0).</summary>
    public static async Task ReviewAsync(Engine engine, long founder)
    {
        foreach (var room in await engine.Network.RegisteredAsync(founder)) await ReviewAsync(engine, room);
    }

    private static async ValueTask ReviewAsync(Engine engine, ChannelListing room)
    {
        var conversation = engine.Network.Channel(room.Name);
        if ((await conversation.AskAsync(new Look())).View is not { } view) return;
        var gone = ImmutableArray.CreateBuilder<long>();
        foreach (var account in view.Settings.Access.Keys.Append(view.Settings.Founder))
            if (account > 0 && await engine.Accounts.FindAsync(account) is null) gone.Add(account);
        if (gone.Count > 0) await conversation.AskAsync(new Inherit(ChanServ.User(engine.Options.Name), gone.DrainToImmutable()) { Forced = true });
    }
}
