using Teahouse.Core.Conversations;
using Teahouse.Core.Metadata;
using Teahouse.Core.Sessions;

namespace Teahouse.Core.Commands;

/// <summary>METADATA GET, LIST and SYNC.</summary>
internal static class MetadataReading
{
    public static async ValueTask RunAsync(CommandContext context, string subcommand, MetadataTarget target)
    {
        var subject = target.Subject;
        if (!target.MayRead)
        {
            MetadataReplies.NoPermission(context, subject.Name, subcommand == "GET" && context.Count > 2 ? JoinCommand.Shown(context[2]) : "*");
            return;
        }
        context.Reply.BeginBatch(MetadataReplies.BatchType, subject.Name);
        switch (subcommand)
        {
            case "GET":
                await GetAsync(context, target);
                break;
            case "LIST":
                foreach (var (key, value) in MetadataRules.Listed(await context.Engine.Network.MetadataAsync(subject.Scope)))
                {
                    if (target.Shows(context, key)) MetadataReplies.Value(context.Reply, subject.Name, key, value);
                    await context.Reply.FlushIfLargeAsync();
                }
                break;
            default:
                await SyncAsync(context.Session, context.Reply, subject, target.View);
                break;
        }
        context.Reply.EndBatch();
    }

    /// <summary>What the session wants to know of the target, and of a channel's members if it is one.</summary>
    public static async ValueTask SyncAsync(Session session, Reply reply, MetadataSubject subject, ChannelView? view)
    {
        var asker = session.User!.Id;
        await WantedAsync(session, reply, subject);
        if (view?.Member(asker) is null) return;
        foreach (var member in view.Members) await WantedAsync(session, reply, MetadataSubject.Of(member.User));
    }

    private static async ValueTask WantedAsync(Session session, Reply reply, MetadataSubject subject)
    {
        var wanted = session.Subscriber.Keys;
        var values = await session.Engine.Network.MetadataAsync(subject.Scope);
        if (values.IsEmpty) return;
        foreach (var entry in MetadataRules.Listed(values))
        {
            if (!wanted.Contains(entry.Key) || (MetadataKey.IsPrivate(entry.Key) && subject.User != session.User!.Id)) continue;
            MetadataReplies.Told(session, reply, subject.Name, entry);
        }
        await reply.FlushIfLargeAsync();
    }

    private static async ValueTask GetAsync(CommandContext context, MetadataTarget target)
    {
        var values = await context.Engine.Network.MetadataAsync(target.Subject.Scope);
        for (var i = 2; i < context.Count; i++)
        {
            var key = context[i];
            if (!MetadataKey.IsValid(key)) MetadataReplies.InvalidKey(context, key);
            else MetadataReplies.Value(context.Reply, target.Subject.Name, key, target.Shows(context, key) ? values.GetValueOrDefault(key) : null);
        }
    }
}
