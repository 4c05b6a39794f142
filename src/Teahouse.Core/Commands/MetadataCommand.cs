namespace Teahouse.Core.Commands;

/// <summary>METADATA, for users and channels, before registration too. https://ircv3.net/specs/extensions/metadata</summary>
internal static class MetadataCommand
{
    public static readonly Command Command = new("METADATA", MinParams: 2, Access.Anyone, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        if (!context.Engine.Options.Metadata.Enabled)
        {
            context.Reply.Fail("METADATA", "TEMPORARILY_UNAVAILABLE", "This server keeps no metadata");
            return;
        }
        var subcommand = context[1].ToUpperInvariant();
        switch (subcommand)
        {
            case "SUB" or "UNSUB" or "SUBS":
                if (MetadataTarget.IsOneself(context, context[0])) await MetadataSubscriptions.RunAsync(context, subcommand);
                else MetadataReplies.InvalidTarget(context);
                break;
            case "GET" or "LIST" or "SYNC" or "SET" or "CLEAR" when context.Session.User is null:
                if (context[0] == "*") await MetadataBeforeConnect.RunAsync(context, subcommand);
                else MetadataReplies.InvalidTarget(context);
                break;
            case "GET" or "LIST" or "SYNC":
                if (await MetadataTarget.FindAsync(context) is { } seen) await MetadataReading.RunAsync(context, subcommand, seen);
                break;
            case "SET" or "CLEAR":
                if (await MetadataTarget.FindAsync(context) is { } changed) await MetadataWriting.RunAsync(context, subcommand, changed);
                break;
            default:
                context.Reply.Fail("METADATA", "SUBCOMMAND_INVALID", JoinCommand.Shown(context[1]), "There is no such subcommand");
                break;
        }
    }
}
