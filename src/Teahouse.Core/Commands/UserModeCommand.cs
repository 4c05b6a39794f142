using Teahouse.Core.Operators;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>MODE on oneself. https://modern.ircdocs.horse/#user-modes</summary>
internal static class UserModeCommand
{
    private const char BotLetter = 'B';

    public static async ValueTask RunAsync(CommandContext context)
    {
        var user = context.Session.User!;
        if (!Nick.TryParse(context[0], out var nick) || await context.Engine.Network.FindUserAsync(nick) is not { } found)
            context.Reply.Numeric(Numeric.ERR_NOSUCHNICK, JoinCommand.Shown(context[0]), "No such nick");
        else if (found.User.Id != user.Id)
            context.Reply.Numeric(Numeric.ERR_USERSDONTMATCH, "You can't see or change other users' modes");
        else if (context.Count == 1)
            context.Reply.Numeric(Numeric.RPL_UMODEIS, UserModeLetters.Of(user.Snapshot));
        else
            await ChangeAsync(context, user);
    }

    private static async ValueTask ChangeAsync(CommandContext context, User user)
    {
        var add = true;
        bool? sign = null;
        var changed = "";
        var unknown = false;
        foreach (var letter in context[1])
        {
            if (letter is '+' or '-')
            {
                add = letter == '+';
                continue;
            }
            var before = user.Snapshot;
            if (Changed(before, letter, add) is not { } after)
            {
                unknown = true;
                continue;
            }
            var (set, of) = (add, letter);
            if (of == BotLetter) await NoteBotAsync(context, set);
            if (after == before) continue;
            await context.Engine.Presence.ChangeAsync(user, now => Changed(now, of, set), null, null);
            if (sign != add) changed += add ? '+' : '-';
            sign = add;
            changed += letter;
        }
        if (unknown) context.Reply.Numeric(Numeric.ERR_UMODEUNKNOWNFLAG, "Unknown MODE flag");
        if (changed.Length > 0) context.Reply.From(user.Snapshot.Prefix, "MODE", user.Snapshot.Nick.Value, changed);
    }

    /// <summary>Also what is so already: the account may still be noted as a bot's from before.</summary>
    private static async ValueTask NoteBotAsync(CommandContext context, bool bot)
    {
        if (context.Session.Account is not { } account || account.Bot == bot) return;
        await context.Engine.Accounts.NoteBotAsync(account.Id, bot);
        context.Session.Account = account with { Bot = bot };
    }

    /// <summary>The user with the letter set or unset; null if there is no such letter.</summary>
    private static UserSnapshot? Changed(UserSnapshot user, char letter, bool add)
    {
        if (letter == 'i') return user with { Invisible = add };
        // Nobody becomes an operator by MODE.
        if (letter == 'o') return add ? user : user.AsOperator(OperatorPrivileges.None);
        foreach (var (known, mode) in UserModeLetters.Rows)
            if (known == letter) return user with { Modes = add ? user.Modes | mode : user.Modes & ~mode };
        return null;
    }
}
