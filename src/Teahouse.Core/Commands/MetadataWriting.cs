using Teahouse.Core.Metadata;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>METADATA SET and CLEAR.</summary>
internal static class MetadataWriting
{
    public static ValueTask RunAsync(CommandContext context, string subcommand, MetadataTarget target) =>
        subcommand == "CLEAR" ? ClearAsync(context, target) : SetAsync(context, target);

    /// <summary>The key and the value to be set, or null if one of them cannot be; that is said.</summary>
    public static MetadataEntry? Entry(CommandContext context)
    {
        var most = context.Engine.Options.Metadata.ValueBytes;
        if (context.Count < 3) context.Reply.Numeric(Numeric.ERR_NEEDMOREPARAMS, "METADATA", "Not enough parameters");
        else if (!MetadataKey.IsValid(context[2])) MetadataReplies.InvalidKey(context, context[2]);
        else if (context.Count > 3 && !MetadataReplies.IsValue(context[3], most)) MetadataReplies.InvalidValue(context, context[2], most);
        else return new MetadataEntry(context[2], context.Count > 3 ? context[3] : null);
        return null;
    }

    /// <summary>What became of a SET.</summary>
    public static void Answer(CommandContext context, string target, MetadataEntry entry, MetadataStatus status)
    {
        switch (status)
        {
            case MetadataStatus.NotSet:
                context.Reply.Fail("METADATA", "KEY_NOT_SET", target, entry.Key, "The key is not set");
                break;
            case MetadataStatus.LimitReached:
                context.Reply.Fail("METADATA", "LIMIT_REACHED", target, "Too many keys are set");
                break;
            case MetadataStatus.NotStored:
                context.Reply.Fail("METADATA", "NOT_STORED", target, entry.Key, "The disk is full: nothing was changed");
                break;
            default:
                MetadataReplies.Value(context.Reply, target, entry.Key, entry.Value);
                break;
        }
    }

    private static async ValueTask SetAsync(CommandContext context, MetadataTarget target)
    {
        var subject = target.Subject;
        if (Entry(context) is not { } entry) return;
        // A channel has no sessions of its own that a private key could be for.
        if (!target.MayWrite || (subject.Channel is not null && MetadataKey.IsPrivate(entry.Key)))
        {
            MetadataReplies.NoPermission(context, subject.Name, entry.Key);
            return;
        }
        var session = context.Session;
        var outcome = await context.Engine.Network.SetMetadataAsync(
            subject, entry, context.Engine.Options.Metadata.MaxKeys, session.User!.Snapshot.Source, session.Id);
        Answer(context, subject.Name, entry, outcome.Status);
    }

    private static async ValueTask ClearAsync(CommandContext context, MetadataTarget target)
    {
        var subject = target.Subject;
        if (!target.MayWrite)
        {
            MetadataReplies.NoPermission(context, subject.Name, "*");
            return;
        }
        var outcome = await context.Engine.Network.ClearMetadataAsync(subject, context.Session.User!.Snapshot.Source, context.Session.Id);
        if (outcome.Status == MetadataStatus.NotStored)
        {
            context.Reply.Fail("METADATA", "NOT_STORED", subject.Name, "*", "The disk is full: nothing was changed");
            return;
        }
        context.Reply.BeginBatch(MetadataReplies.BatchType, subject.Name);
        foreach (var (key, _) in outcome.Changed) MetadataReplies.Value(context.Reply, subject.Name, key, null);
        context.Reply.EndBatch();
    }
}
