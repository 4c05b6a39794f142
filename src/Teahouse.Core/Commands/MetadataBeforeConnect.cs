using System.Collections.Immutable;
using Teahouse.Core.Metadata;
using Teahouse.Core.Users;

namespace Teahouse.Core.Commands;

/// <summary>METADATA on oneself before one is anybody: remembered, and set when registration is complete.</summary>
internal static class MetadataBeforeConnect
{
    public static async ValueTask RunAsync(CommandContext context, string subcommand)
    {
        switch (subcommand)
        {
            case "SET":
                await SetAsync(context);
                break;
            case "CLEAR":
                Batch(context, await ChangeAsync(context, MetadataRules.Clear));
                break;
            case "GET":
                var values = await ValuesAsync(context);
                context.Reply.BeginBatch(MetadataReplies.BatchType, "*");
                for (var i = 2; i < context.Count; i++)
                {
                    if (MetadataKey.IsValid(context[i])) MetadataReplies.Value(context.Reply, "*", context[i], values.GetValueOrDefault(context[i]));
                    else MetadataReplies.InvalidKey(context, context[i]);
                }
                context.Reply.EndBatch();
                break;
            default:
                Batch(context, new MetadataOutcome(MetadataStatus.Done, MetadataRules.Listed(await ValuesAsync(context))));
                break;
        }
    }

    private static async ValueTask SetAsync(CommandContext context)
    {
        if (MetadataWriting.Entry(context) is not { } entry) return;
        var outcome = await ChangeAsync(context, before => MetadataRules.Set(before, entry, context.Engine.Options.Metadata.MaxKeys));
        MetadataWriting.Answer(context, "*", entry, outcome.Status);
    }

    private static async ValueTask<MetadataOutcome> ChangeAsync(CommandContext context, Func<ImmutableDictionary<string, string>, MetadataOutcome> change)
    {
        var outcome = change(await ValuesAsync(context));
        foreach (var (key, value) in outcome.Changed) context.Session.Registration.Metadata[key] = value;
        return outcome;
    }

    /// <summary>As they will be: the account's, if one is logged in to, with what was changed since.</summary>
    private static async ValueTask<ImmutableDictionary<string, string>> ValuesAsync(CommandContext context)
    {
        var values = context.Session.Account is { } account
            ? await context.Engine.Network.MetadataAsync(Identities.OfAccount(account.Id)) : ImmutableDictionary<string, string>.Empty;
        foreach (var (key, value) in context.Session.Registration.Metadata) values = value is null ? values.Remove(key) : values.SetItem(key, value);
        return values;
    }

    private static void Batch(CommandContext context, MetadataOutcome outcome)
    {
        context.Reply.BeginBatch(MetadataReplies.BatchType, "*");
        foreach (var (key, value) in outcome.Changed) MetadataReplies.Value(context.Reply, "*", key, value);
        context.Reply.EndBatch();
    }
}
