using Teahouse.Core.Accounts;
using Teahouse.Core.Commands;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Sessions;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.ReadMarkers;

/// <summary>
/// Up to when people have read: an account's is kept, of others only while they are here, and nobody else is ever told.
/// https://ircv3.net/specs/extensions/read-marker
/// </summary>
internal sealed class ReadMarkers(IReadMarkerStore store)
{
    public ValueTask<long?> FindAsync(User user, string conversation) => user.Snapshot.AccountId is not 0 and var account
        ? store.FindAsync(account, conversation) : new(user.ReadMarks.Find(conversation));

    public ValueTask<ReadMark> RaiseAsync(User user, string conversation, long time) => user.Snapshot.AccountId is not 0 and var account
        ? store.RaiseAsync(account, conversation, time) : new(user.ReadMarks.Raise(conversation, time));

    /// <summary>The conversation's name here: a room's folded name, or a person's identity. Null: there is nobody of that name.</summary>
    public static async ValueTask<string?> ConversationAsync(Engine engine, string target)
    {
        if (target.StartsWith('#')) return ChannelName.TryParse(target, out var name) ? LocalRooms.Key(name).A : null;
        if (StatusTarget.TryParse(target, out _, out var room)) return target[..target.IndexOf('#', StringComparison.Ordinal)] + LocalRooms.Key(room).A;
        if (!Nick.TryParse(target, out var nick)) return null;
        if (await engine.Network.FindUserAsync(nick) is { } found) return found.User.Identity;
        return await engine.Accounts.FindAsync(target) is { } account ? Identities.OfAccount(account.Id) : null;
    }

    /// <summary>Milliseconds since 1970 UTC until which a device of the account has heard what was said; null: not known.</summary>
    public ValueTask<long?> HeardAsync(long account, string device) => store.FindAsync(account, Key(device));

    public async ValueTask NoteHeardAsync(long account, string device, long time)
    {
        try
        {
            await store.RaiseAsync(account, Key(device), time);
        }
        catch (StoreFullException)
        {
            // To go needs no room on the disk: some of what it heard is told again.
        }
    }

    /// <summary>No conversation is called so.</summary>
    private static string Key(string device) => "device " + device;

    /// <summary>For a session that has come into a channel.</summary>
    public async ValueTask GreetAsync(Session session, Reply reply, ChannelView channel)
    {
        if (!session.Has(CapabilitySet.ReadMarker)) return;
        var (user, key) = (session.User!, LocalRooms.Key(channel.Name).A);
        var time = await FindAsync(user, key);
        // What was read under another name is read.
        foreach (var former in time is null ? channel.Settings.Former : [])
            if (await FindAsync(user, former.Name) is { } known && (time is null || known > time)) time = known;
        Say(reply, channel.Name.Value, time);
    }

    public static void Say(Reply reply, string target, long? time) =>
        reply.Line("MARKREAD", target, time is { } known ? "timestamp=" + ServerTime.Format(known) : "*");
}
