using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.History;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>CHATHISTORY. https://ircv3.net/specs/extensions/chathistory</summary>
internal static class ChathistoryCommand
{
    // Its own FAIL NEED_MORE_PARAMS takes the place of 461.
    public static readonly Command Command = new("CHATHISTORY", MinParams: 0, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var subcommand = context.At(0).ToUpperInvariant();
        if (!context.Engine.Options.History.Enabled)
        {
            context.Reply.Fail("CHATHISTORY", "INVALID_PARAMS", subcommand, "This server keeps no history");
            return;
        }
        var needed = subcommand switch
        {
            "LATEST" or "BEFORE" or "AFTER" or "AROUND" or "TARGETS" => 4,
            "BETWEEN" => 5,
            _ => 0,
        };
        if (needed == 0) context.Reply.Fail("CHATHISTORY", "INVALID_PARAMS", JoinCommand.Shown(subcommand), "Unknown command");
        else if (context.Count < needed) context.Reply.Fail("CHATHISTORY", "NEED_MORE_PARAMS", subcommand, "Missing parameters");
        else if (context.Count > needed) context.Reply.Fail("CHATHISTORY", "INVALID_PARAMS", subcommand, "Too many parameters");
        else if (!TryLimit(context, context[needed - 1], out var limit)) context.Reply.Fail("CHATHISTORY", "INVALID_PARAMS", subcommand, "Invalid limit");
        else if (subcommand == "TARGETS") await TargetsAsync(context, limit);
        else await MessagesAsync(context, subcommand, limit);
    }

    private static bool TryLimit(CommandContext context, string text, out int limit)
    {
        if (!int.TryParse(text, out limit) || limit < 0) return false;
        var most = context.Engine.Options.History.MessagesPerRequest;
        if (most > 0 && limit > most) limit = most;
        return true;
    }

    private static async ValueTask MessagesAsync(CommandContext context, string subcommand, int limit)
    {
        var session = context.Session;
        if (subcommand == "LATEST" && limit > 0) await HistoryCatchUp.BeginAsync(session, context[1]);
        var (access, name) = await HistoryTargets.AccessAsync(context, context[1]);
        if (access is null)
        {
            context.Reply.Fail("CHATHISTORY", "INVALID_TARGET", subcommand, JoinCommand.Shown(context[1]), "Messages could not be retrieved");
            return;
        }
        var history = context.Engine.History;
        var first = await history.PointAsync(access, context[2], subcommand == "LATEST");
        var second = subcommand == "BETWEEN" ? await history.PointAsync(access, context[3], false) : null;
        if (first is null || (subcommand == "BETWEEN" && second is null))
        {
            context.Reply.Fail("CHATHISTORY", "INVALID_PARAMS", subcommand, JoinCommand.Shown(context[first is null ? 2 : 3]), "Invalid message reference");
            return;
        }
        var shown = new HistoryView(session.Has(CapabilitySet.EventPlayback), session.Has(CapabilitySet.Seq) && session.Has(CapabilitySet.MessageTags), name, session.ServerName)
        {
            Redactions = session.Has(CapabilitySet.MessageRedaction),
            Tags = session.Has(CapabilitySet.MessageTags),
            Renames = session.Has(CapabilitySet.ChannelRename),
        };
        var window = HistoryWindow.For(subcommand, first.Value, second, limit);
        var page = await history.ReadPageAsync(access, window, shown);
        // The name as it was asked for, so that the asker can tell which question this answers.
        context.Reply.BeginBatch("chathistory", shown.Numbers ? await OldestAsync(history, access, window) : null, [context[1]]);
        await TellAsync(context.Reply, page);
        // While it was read more may have been said, which a session that is not live hears of nowhere else.
        for (var (left, before) = (limit, -1L); page.Reached > before && await HistoryCatchUp.EndAsync(context, context[1], access, page) is { } now;)
        {
            left -= HistoryPage.Count(page.Events);
            if (left <= 0) break;
            (access, before) = (now, page.Reached);
            page = await history.ReadPageAsync(access, new HistoryWindow(before + 1, long.MaxValue, left, Newest: false), shown);
            await TellAsync(context.Reply, page);
        }
        context.Reply.EndBatch();
    }

    private static async ValueTask TellAsync(Reply reply, HistoryPage page)
    {
        foreach (var happened in page.Events)
        {
            reply.Event(happened);
            await reply.FlushIfLargeAsync();
        }
    }

    /// <summary>Where the question reaches back beyond what there is to read: the oldest that there is, or would be.</summary>
    private static async ValueTask<SequenceTag?> OldestAsync(HistoryReading history, HistoryAccess access, HistoryWindow window)
    {
        var oldest = access == HistoryAccess.None ? 1 : await history.FirstAsync(access);
        return window.From < oldest ? new SequenceTag(access.Epoch, oldest) : null;
    }

    private static async ValueTask TargetsAsync(CommandContext context, int limit)
    {
        if (!HistoryReading.TryTime(context[1], out var one) || !HistoryReading.TryTime(context[2], out var other))
        {
            context.Reply.Fail("CHATHISTORY", "INVALID_PARAMS", "TARGETS", "Invalid timestamps");
            return;
        }
        var targets = await HistoryTargets.FindAsync(context, Math.Min(one, other), Math.Max(one, other), limit, newest: one > other);
        context.Reply.BeginBatch("draft/chathistory-targets");
        foreach (var (name, time) in targets) context.Reply.Line("CHATHISTORY", "TARGETS", name, ServerTime.Format(time));
        context.Reply.EndBatch();
    }
}
