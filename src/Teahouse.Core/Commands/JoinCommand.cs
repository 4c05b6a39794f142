using Teahouse.Core.Conversations;
using Teahouse.Core.History;
using Teahouse.Core.Delivery;
using Teahouse.Core.Sessions;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>JOIN. https://modern.ircdocs.horse/#join-message</summary>
internal static class JoinCommand
{
    public static readonly Command Command = new("JOIN", MinParams: 1, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        if (context[0] == "0")
        {
            foreach (var channel in context.Session.User!.Channels) await PartCommand.PartAsync(context, channel, "");
            return;
        }
        var keys = context.At(1).Split(',');
        var names = context[0].Split(',');
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length > 0) await JoinAsync(context, names[i], i < keys.Length ? keys[i] : "");
            await context.Reply.FlushIfLargeAsync();
        }
    }

    private static async ValueTask JoinAsync(CommandContext context, string text, string key)
    {
        var session = context.Session;
        var user = session.User!;
        var limits = context.Engine.Options.Limits;
        if (!ChannelName.TryParse(text, out var name) || name.Value.Length > limits.ChannelLength)
        {
            context.Reply.Numeric(Numeric.ERR_NOSUCHCHANNEL, Shown(text), "No such channel");
            return;
        }
        if (limits.ChannelsPerUser > 0 && user.Channels.Length >= limits.ChannelsPerUser && !user.Channels.Contains(name))
        {
            context.Reply.Numeric(Numeric.ERR_TOOMANYCHANNELS, name.Value, "You have joined too many channels");
            return;
        }
        if (await context.Engine.Network.LeadsToAsync(name) is { } renamed)
        {
            if (session.Has(CapabilitySet.ChannelRename))
            {
                context.Reply.Fail("JOIN", "CHANNEL_RENAMED", name.Value, renamed.Value, "The channel has been renamed");
                return;
            }
            context.Reply.Numeric(Numeric.ERR_LINKCHANNEL, name.Value, renamed.Value, "The channel has been renamed");
            name = renamed;
        }
        var origin = await context.Reply.OriginInBatchAsync();
        var outcome = await context.Engine.Presence.JoinAsync(user, session, name, key, origin);
        if (outcome is { Status: OutcomeStatus.Refused, Refusals: [{ Numeric: Numeric.ERR_LINKCHANNEL } link] } && ChannelName.TryParse(link.Parameters[1], out var forward))
        {
            context.Reply.Refuse(link, "JOIN");
            name = await context.Engine.Network.LeadsToAsync(forward) ?? forward;
            outcome = await context.Engine.Presence.JoinAsync(user, session, name, "", await context.Reply.OriginInBatchAsync(), forwarded: true);
        }
        if (outcome is not { Status: OutcomeStatus.Done, View: { } view })
        {
            Refusals.Answer(session, context.Reply, outcome, "JOIN", name.Value);
            return;
        }
        await SessionGreeting.DescribeAsync(session, context.Reply, view);
        await MetadataGreeting.ChannelAsync(session, context.Reply, view);
        await Replay.RoomAsync(session, context.Reply, view);
        await GreetAsync(user, session, view);
    }

    /// <summary>Tells the user's sessions, but for the one that is answered otherwise, what the channel is that they have come into.</summary>
    public static async ValueTask GreetAsync(User user, Session? answered, ChannelView view)
    {
        foreach (var other in user.Sessions)
        {
            if (other == answered) continue;
            var theirs = new Reply(other, null);
            await SessionGreeting.DescribeAsync(other, theirs, view);
            await MetadataGreeting.ChannelAsync(other, theirs, view);
            theirs.Offer();
        }
    }

    /// <summary>What was typed, fit to be a parameter.</summary>
    public static string Shown(string text) => text.Length == 0 || text[0] == ':' || text.Contains(' ') ? "*" : text;
}
