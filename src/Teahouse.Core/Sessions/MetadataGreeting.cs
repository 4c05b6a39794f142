using Teahouse.Core.Commands;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Metadata;
using Teahouse.Core.Network;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>The metadata that a session is told where it comes in. https://ircv3.net/specs/extensions/metadata#notifications</summary>
internal static class MetadataGreeting
{
    /// <summary>Members of a channel above which the session is told to ask later.</summary>
    private const int MostAtOnce = 100;

    /// <summary>What was set before registration is set now.</summary>
    public static async ValueTask AdoptAsync(Session session, UserSnapshot user)
    {
        if (!session.Registration.HasMetadata) return;
        var early = session.Registration.Metadata;
        foreach (var (key, value) in early)
            await session.Engine.Network.SetMetadataAsync(
                MetadataSubject.Of(user), new MetadataEntry(key, value), session.Engine.Options.Metadata.MaxKeys, user.Source, session.Id);
        early.Clear();
    }

    /// <summary>Its own, all of it, in the welcome.</summary>
    public static async ValueTask OwnAsync(Session session, Reply reply)
    {
        if (!Knows(session)) return;
        var user = session.User!.Snapshot;
        reply.BeginBatch(MetadataReplies.BatchType, user.Nick.Value);
        foreach (var entry in MetadataRules.Listed(await session.Engine.Network.MetadataAsync(user.Identity)))
            MetadataReplies.Told(session, reply, user.Nick.Value, entry);
        reply.EndBatch();
    }

    /// <summary>The channel's and its members', after a JOIN.</summary>
    public static async ValueTask ChannelAsync(Session session, Reply reply, ChannelView view)
    {
        if (!Knows(session) || session.Subscriber.Keys.IsEmpty) return;
        if (view.Members.Length > MostAtOnce)
        {
            reply.Numeric(Numeric.RPL_METADATASYNCLATER, view.Settings.Name, "1");
            return;
        }
        reply.BeginBatch(MetadataReplies.BatchType, view.Settings.Name);
        await MetadataReading.SyncAsync(session, reply, MetadataTarget.SubjectOf(view), view);
        reply.EndBatch();
    }

    /// <summary>Of people whom the session has begun to watch.</summary>
    public static async ValueTask WatchedAsync(Session session, Reply reply, IEnumerable<UserView> watched)
    {
        if (!Knows(session) || session.Subscriber.Keys.IsEmpty) return;
        foreach (var found in watched)
        {
            if ((await session.Engine.Network.MetadataAsync(found.User.Identity)).IsEmpty) continue;
            reply.BeginBatch(MetadataReplies.BatchType, found.User.Nick.Value);
            await MetadataReading.SyncAsync(session, reply, MetadataSubject.Of(found.User), null);
            reply.EndBatch();
        }
    }

    private static bool Knows(Session session) => session.Has(CapabilitySet.Metadata) || session.Has(CapabilitySet.Metadata3);
}
