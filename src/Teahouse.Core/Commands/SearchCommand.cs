using Teahouse.Core.Conversations;
using Teahouse.Core.History;
using Teahouse.Core.Search;

namespace Teahouse.Core.Commands;

/// <summary>SEARCH. https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md</summary>
internal static class SearchCommand
{
    /// <summary>Direct chats looked into by one search: those with the latest news.</summary>
    private const int MostDirectChats = 300;

    // Its own FAIL INVALID_PARAMS takes the place of 461.
    public static readonly Command Command = new("SEARCH", MinParams: 0, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var history = context.Engine.Options.History;
        if (!history.Enabled)
        {
            context.Reply.Fail("SEARCH", "INTERNAL_ERROR", "This server keeps no history");
            return;
        }
        var most = history.MessagesPerRequest > 0 ? history.MessagesPerRequest : 100;
        if (context.At(0).Length == 0)
        {
            context.Reply.Fail("SEARCH", "INVALID_PARAMS", "Missing parameters");
            return;
        }
        if (SearchQuery.Parse(context[0], most, out var wrong) is not { } query)
        {
            context.Reply.Fail("SEARCH", "INVALID_PARAMS", wrong, "Invalid parameters");
            return;
        }
        if (await PlacesAsync(context, query) is not { } places)
        {
            context.Reply.Fail("SEARCH", "INVALID_PARAMS", query.In!, "You cannot search there");
            return;
        }
        var found = await context.Engine.Searching.FindAsync(places, query);
        context.Reply.BeginBatch("soju.im/search");
        foreach (var happened in found)
        {
            context.Reply.Event(happened);
            await context.Reply.FlushIfLargeAsync();
        }
        context.Reply.EndBatch();
    }

    /// <summary>Where the asker may look; null if it may not, where it wants to.</summary>
    private static async ValueTask<List<HistoryAccess>?> PlacesAsync(CommandContext context, SearchQuery query)
    {
        if (query.In is { } target) return (await HistoryTargets.AccessAsync(context, target)).Access is { } one ? [one] : null;
        var user = context.Session.User!;
        var reader = new HistoryReader(user.Id, user.Snapshot.Identity, user.Snapshot.AccountId);
        List<HistoryAccess> places = [];
        foreach (var channel in user.Channels)
            if ((await context.Engine.Network.Channel(channel).AskAsync(new Consult(reader))).Access is { } access) places.Add(access);
        var chats = await context.Engine.History.DirectChatsAsync(reader.Identity);
        foreach (var head in chats.OrderByDescending(head => head.LastTime).Take(MostDirectChats))
            places.Add(HistoryRules.Of(head, Retention.Of(context.Engine.Options.History), context.Engine.Now));
        return places;
    }
}
