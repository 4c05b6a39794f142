using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Conversations;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>MODE. https://modern.ircdocs.horse/#mode-message</summary>
internal static class ModeCommand
{
    public static readonly Command Command = new("MODE", MinParams: 1, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        if (context[0].StartsWith('#')) await ChannelAsync(context);
        else await UserModeCommand.RunAsync(context);
    }

    private static async ValueTask ChannelAsync(CommandContext context)
    {
        var by = context.Session.User!.Snapshot;
        var view = ChannelName.TryParse(context[0], out var name) ? (await context.Engine.Network.Channel(name).AskAsync(new Look())).View : null;
        if (view is null)
        {
            context.Reply.Numeric(Numeric.ERR_NOSUCHCHANNEL, JoinCommand.Shown(context[0]), "No such channel");
            return;
        }
        if (context.Count == 1)
        {
            context.Reply.Numeric(Numeric.RPL_CHANNELMODEIS, [view.Settings.Name, .. ChannelModes.Describe(view.Settings, view.Member(by.Id) is not null)]);
            context.Reply.Numeric(Numeric.RPL_CREATIONTIME, view.Settings.Name, (view.Settings.Created / 1000).ToString(CultureInfo.InvariantCulture));
            return;
        }
        var changes = Parse(context, view);
        if (changes.IsEmpty) return;
        var origin = await context.Reply.OriginInBatchAsync();
        var outcome = await context.Engine.Network.Channel(name).AskAsync(new SetModes(by, origin, changes));
        outcome = await NameAbsentAsync(context, outcome);
        Refusals.Answer(context.Session, context.Reply, outcome, "MODE", name.Value);
    }

    /// <summary>Whoever is not in the channel may not be anywhere: that is 401.</summary>
    private static async ValueTask<Outcome> NameAbsentAsync(CommandContext context, Outcome outcome)
    {
        if (outcome.Refusals.IsDefaultOrEmpty) return outcome;
        var refusals = outcome.Refusals.ToBuilder();
        for (var i = 0; i < refusals.Count; i++)
        {
            if (refusals[i].Numeric != Numeric.ERR_USERNOTINCHANNEL) continue;
            var text = refusals[i].Parameters[0];
            if (!Nick.TryParse(text, out var nick) || await context.Engine.Network.FindUserAsync(nick) is null)
                refusals[i] = new Refusal(Numeric.ERR_NOSUCHNICK, JoinCommand.Shown(text), "No such nick");
        }
        return outcome with { Refusals = refusals.ToImmutable() };
    }

    /// <summary>The changes; lists that are asked for and letters that are unknown are answered here.</summary>
    private static ImmutableArray<ModeChange> Parse(CommandContext context, ChannelView view)
    {
        var changes = ImmutableArray.CreateBuilder<ModeChange>();
        var next = 2;
        var add = true;
        foreach (var letter in context[1])
        {
            if (letter is '+' or '-')
            {
                add = letter == '+';
                continue;
            }
            if (!ChannelModes.IsKnown(letter))
            {
                context.Reply.Numeric(Numeric.ERR_UNKNOWNMODE, letter.ToString(), "is unknown mode char to me");
                continue;
            }
            var parameter = ChannelModes.TakesParameter(letter, add) && next < context.Count ? context[next++] : null;
            if (letter == 'b' && parameter is null) ListBans(context, view);
            // A key may be taken away without being told.
            else if (ChannelModes.TakesParameter(letter, add) && parameter is null && !(letter == 'k' && !add)) Missing(context, view, letter);
            else changes.Add(new ModeChange(add, letter, parameter));
        }
        return changes.DrainToImmutable();
    }

    private static void Missing(CommandContext context, ChannelView view, char letter) => context.Reply.Numeric(
        Numeric.ERR_INVALIDMODEPARAM, view.Settings.Name, letter.ToString(), "*", "You must give a parameter");

    private static void ListBans(CommandContext context, ChannelView view)
    {
        foreach (var ban in view.Settings.Bans)
            context.Reply.Numeric(Numeric.RPL_BANLIST, view.Settings.Name, ban.Mask, ban.SetBy, (ban.Time / 1000).ToString(CultureInfo.InvariantCulture));
        context.Reply.Numeric(Numeric.RPL_ENDOFBANLIST, view.Settings.Name, "End of channel ban list");
    }
}
