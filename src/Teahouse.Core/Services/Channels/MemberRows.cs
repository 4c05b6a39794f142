using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Protocol;

namespace Teahouse.Core.Services.Channels;

/// <summary>OP, DEOP and their like: what somebody is in a room now, changed by those whose access allows it.</summary>
internal static class MemberRows
{
    public static readonly ImmutableArray<ServiceCommand> Rows =
    [
        Of("OP", 'o', true), Of("DEOP", 'o', false), Of("HALFOP", 'h', true), Of("DEHALFOP", 'h', false), Of("VOICE", 'v', true), Of("DEVOICE", 'v', false),
    ];

    private static ServiceCommand Of(string name, char letter, bool add) => new(
        name, 1, ServiceAccess.Account, "<#channel> [<nick>]", [$"Sets {(add ? '+' : '-')}{letter} on somebody, or on you"], context => RunAsync(context, letter, add));

    private static async ValueTask RunAsync(ServiceContext context, char letter, bool add)
    {
        if (await Room.FindAsync(context, context[0]) is not { } room) return;
        var nick = context.Count > 1 ? context[1] : context.Session.NickOrStar;
        var target = Nick.TryParse(nick, out var parsed) ? room.View.Members.FirstOrDefault(m => m.User.Nick.Equals(parsed)) : null;
        var own = target?.User.Id == context.Session.User!.Id;
        var needed = letter == 'v' ? MemberModes.HalfOperator : MemberModes.Operator;
        // What one has, one may take up and lay down.
        var may = room.Rank.IsAtLeast(needed) || (own && (!add || room.Rank.IsAtLeast(MemberRanks.OfLetter(letter))));
        if (target is null) context.Say(ChanServTexts.NotHere(nick, room.Name));
        else if (!may || (!own && !add && target.Modes.Level() > room.Rank.Level())) context.Say(ChanServTexts.NotOperator);
        else
        {
            var modes = new SetModes(ChanServ.User(context.Session.ServerName), null, [new ModeChange(add, letter, nick)]) { Forced = true };
            var outcome = await room.Conversation.AskAsync(modes);
            if (room.IsForced && outcome.Status == OutcomeStatus.Done) await room.NoteAsync();
            room.Answer(outcome, ChanServTexts.Changed(room.Name));
        }
    }
}
