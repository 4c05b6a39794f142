using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Teahouse.Core.Conversations;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>MODE on a channel: shown, lists read, changed. https://modern.ircdocs.horse/#mode-message</summary>
internal static class ChannelModeCommand
{
    /// <summary>Bytes of parameters that one MODE tells, so that the line fits also with a long source before it.</summary>
    private const int MostParameterBytes = 250;

    public static async ValueTask RunAsync(CommandContext context)
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
        await ChangeAsync(context, view, forced: false);
    }

    /// <param name="forced">Whatever the asker is in the channel.</param>
    public static async ValueTask ChangeAsync(CommandContext context, ChannelView view, bool forced)
    {
        var by = context.Session.User!.Snapshot;
        var changes = await ForwardsAsync(context, Parse(context, view), forced);
        foreach (var part in Parts(changes))
        {
            var origin = await context.Reply.OriginInBatchAsync();
            var outcome = await context.Engine.Network.Channel(view.Name).AskAsync(new SetModes(by, origin, part) { Forced = forced });
            outcome = await NameAbsentAsync(context, outcome);
            Refusals.Answer(context.Session, context.Reply, outcome, "MODE", view.Name.Value);
        }
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
    private static List<ModeChange> Parse(CommandContext context, ChannelView view)
    {
        List<ModeChange> changes = [];
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
            if (parameter is null && (ChannelModes.IsList(letter) || letter == 'q')) MaskLists.Show(context, view, letter);
            // A key may be taken away without being told.
            else if (ChannelModes.TakesParameter(letter, add) && parameter is null && !(letter == 'k' && !add)) Missing(context, view, letter);
            // Of other servers people know +q as the list of the silent: here that is a ban with m: before it.
            else if (letter == 'q' && !Nick.TryParse(parameter, out _)) changes.Add(new ModeChange(add, 'b', "m:" + parameter));
            else changes.Add(new ModeChange(add, letter, parameter));
        }
        return changes;
    }

    private static void Missing(CommandContext context, ChannelView view, char letter) => context.Reply.Numeric(
        Numeric.ERR_INVALIDMODEPARAM, view.Settings.Name, letter.ToString(), "*", "You must give a parameter");

    /// <summary>Without forwards to where there is nothing, and to where the asker has no say.</summary>
    private static async ValueTask<List<ModeChange>> ForwardsAsync(CommandContext context, List<ModeChange> changes, bool forced)
    {
        List<ModeChange> kept = [];
        foreach (var change in changes)
        {
            if (change is not { Letter: 'f', Add: true } || !ChannelName.TryParse(change.Parameter, out var to)) kept.Add(change);
            else if ((await context.Engine.Network.Channel(to).AskAsync(new Look())).View is not { } view)
                context.Reply.Numeric(Numeric.ERR_INVALIDMODEPARAM, context[0], "f", to.Value, "There is no such channel to forward to");
            else if (!forced && view.Member(context.Session.User!.Id)?.Modes.IsAtLeast(MemberModes.Operator) is not true)
                context.Reply.Numeric(Numeric.ERR_CHANOPRIVSNEEDED, view.Settings.Name, "You must be operator of the channel that you forward to");
            else kept.Add(change with { Parameter = view.Settings.Name });
        }
        return kept;
    }

    private static IEnumerable<ImmutableArray<ModeChange>> Parts(List<ModeChange> changes)
    {
        var part = ImmutableArray.CreateBuilder<ModeChange>();
        var bytes = 0;
        foreach (var change in changes)
        {
            // What a mask is completed by.
            var size = change.Parameter is { } parameter ? Encoding.UTF8.GetByteCount(parameter) + 6 : 0;
            if (part.Count > 0 && bytes + size > MostParameterBytes)
            {
                yield return part.DrainToImmutable();
                bytes = 0;
            }
            part.Add(change);
            bytes += size;
        }
        if (part.Count > 0) yield return part.DrainToImmutable();
    }
}
