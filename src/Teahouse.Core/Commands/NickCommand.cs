using Teahouse.Core.Events;
using Teahouse.Core.Names;
using Teahouse.Core.Operators;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>NICK. https://modern.ircdocs.horse/#nick-message</summary>
internal static class NickCommand
{
    // 431, not 461, when the nick is missing.
    public static readonly Command Command = new("NICK", MinParams: 0, Access.Anyone, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var text = context.At(0);
        if (text.Length == 0)
        {
            context.Reply.Numeric(Numeric.ERR_NONICKNAMEGIVEN, "No nickname given");
            return;
        }
        var options = context.Engine.Options;
        if (!NameRules.TryNick(text, options, out _) || !Nick.TryParse(text, options.UnicodeNames, out var nick))
        {
            Refuse(context.Reply, NickOutcome.Invalid, text);
            return;
        }
        if (context.Session.User is not { } user)
        {
            await ChooseAsync(context, nick);
            return;
        }
        if (user.Snapshot.Nick.Value == nick.Value) return;
        var outcome = await context.Engine.Presence.ChangeAsync(
            user, before => before with { Nick = nick }, (EventKind.Nick, [nick.Value]), context.Reply.Origin);
        if (outcome == NickOutcome.Claimed)
        {
            context.Reply.AnsweredByEvent();
            await BanEnforcement.LookAgainAsync(context.Session);
        }
        else Refuse(context.Reply, outcome, text);
    }

    public static void Refuse(Reply reply, NickOutcome outcome, string nick)
    {
        var shown = nick.Length == 0 || nick.AsSpan().IndexOfAny(" \r\n\0") >= 0 || nick[0] == ':' ? "*" : nick;
        switch (outcome)
        {
            case NickOutcome.InUse or NickOutcome.Shared:
                reply.Numeric(Numeric.ERR_NICKNAMEINUSE, shown, "Nickname is already in use");
                break;
            case NickOutcome.Reserved:
                reply.Numeric(Numeric.ERR_NICKNAMEINUSE, shown, "Nickname is reserved; log in to its account to use it");
                break;
            default:
                reply.Numeric(Numeric.ERR_ERRONEUSNICKNAME, shown, "Erroneous nickname");
                break;
        }
    }

    private static async ValueTask ChooseAsync(CommandContext context, Nick nick)
    {
        var session = context.Session;
        // Whose it is is asked when registration ends: who has it may be the same person, who is yet to log in.
        session.Registration.Nick = nick;
        await RegistrationEnd.TryAsync(session);
    }
}
