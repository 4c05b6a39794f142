using Teahouse.Core.Metadata;
using Teahouse.Core.Network;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>METADATA SUB, UNSUB and SUBS: the keys that a session wants to hear of.</summary>
internal static class MetadataSubscriptions
{
    public static async ValueTask RunAsync(CommandContext context, string subcommand)
    {
        switch (subcommand)
        {
            case "SUB":
                await SubscribeAsync(context);
                break;
            case "UNSUB":
                Unsubscribe(context);
                break;
            default:
                context.Reply.BeginBatch("metadata-subs");
                MetadataReplies.Keys(context.Reply, Numeric.RPL_METADATASUBS, context.Session.Subscriber.Keys.Order(StringComparer.Ordinal));
                context.Reply.EndBatch();
                break;
        }
    }

    private static async ValueTask SubscribeAsync(CommandContext context)
    {
        var subscriber = context.Session.Subscriber;
        var keys = subscriber.Keys;
        List<string> done = [];
        for (var i = 2; i < context.Count; i++)
        {
            var key = context[i];
            if (keys.Count >= context.Engine.Options.Metadata.MaxSubscriptions)
            {
                context.Reply.Fail("METADATA", "TOO_MANY_SUBS", JoinCommand.Shown(key), "Too many subscriptions");
                break;
            }
            if (MetadataKey.IsValid(key))
            {
                keys = keys.Add(key);
                done.Add(key);
            }
            else MetadataReplies.InvalidKey(context, key);
        }
        subscriber.Keys = keys;
        MetadataReplies.Keys(context.Reply, Numeric.RPL_METADATASUBOK, done.Distinct());
        if (done.Count > 0 && context.Session.User is not null) await OfferAsync(context);
    }

    private static void Unsubscribe(CommandContext context)
    {
        var subscriber = context.Session.Subscriber;
        List<string> done = [];
        for (var i = 2; i < context.Count; i++)
        {
            if (MetadataKey.IsValid(context[i])) done.Add(context[i]);
            else MetadataReplies.InvalidKey(context, context[i]);
        }
        subscriber.Keys = subscriber.Keys.Except(done);
        MetadataReplies.Keys(context.Reply, Numeric.RPL_METADATAUNSUBOK, done.Distinct());
    }

    /// <summary>What there is now of those that the session hears of: rooms when it asks for them, watched people at once.</summary>
    private static async ValueTask OfferAsync(CommandContext context)
    {
        foreach (var channel in context.Session.User!.Channels) context.Reply.Numeric(Numeric.RPL_METADATASYNCLATER, channel.Value);
        List<UserView> watched = [];
        foreach (var nick in context.Session.Watched)
            if (await context.Engine.Network.FindUserAsync(nick) is { Online: true } found) watched.Add(found);
        await MetadataGreeting.WatchedAsync(context.Session, context.Reply, watched);
    }
}
