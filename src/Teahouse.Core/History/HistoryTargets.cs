using Teahouse.Core.Commands;
using Teahouse.Core.Conversations;
using Teahouse.Protocol;

namespace Teahouse.Core.History;

/// <summary>Where somebody may read: one place asked for, or (CHATHISTORY TARGETS) the channels one is in and the direct chats one has.</summary>
internal static class HistoryTargets
{
    /// <summary>By the time of their last message.</summary>
    public static async ValueTask<IReadOnlyList<(string Name, long Time)>> FindAsync(CommandContext context, long after, long before, int limit, bool newest)
    {
        var user = context.Session.User!;
        var reader = new HistoryReader(user.Id, user.Snapshot.Identity, user.Snapshot.AccountId);
        var kept = Retention.Of(context.Engine.Options.History);
        List<(string Name, long Time)> found = [];
        foreach (var channel in user.Channels)
        {
            if ((await context.Engine.Network.Channel(channel).AskAsync(new Consult(reader))).Access is { LastSequence: > 0 } access && access.HasAny)
                found.Add((channel.Value, access.LastTime));
        }
        foreach (var head in await context.Engine.History.DirectChatsAsync(reader.Identity))
        {
            var other = head.Key.A == reader.Identity ? head.Key.B : head.Key.A;
            if (!HistoryRules.Of(head, kept, context.Engine.Now).HasAny) continue;
            if (await NameAsync(context, other) is { } name) found.Add((name, head.LastTime));
        }
        var inside = found.Where(t => t.Time > after && t.Time < before).OrderBy(t => t.Time).ToList();
        return newest ? [.. inside.TakeLast(limit)] : [.. inside.Take(limit)];
    }

    /// <summary>The channel or direct chat, after one call for permission to its owner.</summary>
    public static async ValueTask<(HistoryAccess? Access, string Name)> AccessAsync(CommandContext context, string text)
    {
        var user = context.Session.User!.Snapshot;
        var reader = new HistoryReader(user.Id, user.Identity, user.AccountId);
        if (text.StartsWith('#') && !ChannelName.TryParse(text, out _)) return (null, text);
        var (target, _) = await MessageTarget.FindAsync(context.Session, text);
        if (target is null) return (null, text);
        var outcome = await target.Conversation.AskAsync(new Consult(reader with { RoomSince = target.RoomSince }));
        if (outcome.Access is { } access) return (access, target.WireName);
        if (target.Status is not null && target.RoomSince is null) return (null, text);
        // Nobody has said anything yet: an empty history, not an error.
        return text.StartsWith('#') ? (null, text) : (HistoryAccess.None, target.WireName);
    }

    /// <summary>The nick or account name that reaches the identity now; null if nothing does.</summary>
    private static async ValueTask<string?> NameAsync(CommandContext context, string identity)
    {
        if (await context.Engine.Network.FindIdentityAsync(identity) is { } found) return found.User.Nick.Value;
        return Users.Identities.AccountOf(identity) is { } account ? (await context.Engine.Accounts.FindAsync(account))?.Name : null;
    }
}
