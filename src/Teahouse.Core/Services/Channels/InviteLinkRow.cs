using System.Globalization;
using Teahouse.Core.Conversations;
using Teahouse.Core.Identity;

namespace Teahouse.Core.Services.Channels;

/// <summary>INVITELINK: a token that lets in whoever has it, for some time and so many people.</summary>
internal static class InviteLinkRow
{
    private const int UsualHours = 7 * 24;
    private const int MostHours = 365 * 24;
    private const int MostUses = 1000;

    public static readonly ServiceCommand Row = new(
        "INVITELINK", 1, ServiceAccess.Account, "<#channel> [<hours> [<uses>] | LIST | DEL <number>]", ChanServTexts.InviteLinkSummary, RunAsync);

    private static async ValueTask RunAsync(ServiceContext context)
    {
        if (await Room.FindAsync(context, context[0]) is not { } room) return;
        if (!room.Rank.IsAtLeast(MemberModes.Operator))
        {
            context.Say(ChanServTexts.NotOperator);
            return;
        }
        var (hours, uses) = (UsualHours, 1);
        if (context.At(1).Equals("LIST", StringComparison.OrdinalIgnoreCase)) List(context, room);
        else if (context.At(1).Equals("DEL", StringComparison.OrdinalIgnoreCase) && TryNumber(context.At(2), int.MaxValue, out var id))
            await room.AskAsync(new EndInvite(context.Session.User!.Snapshot, id), ChanServTexts.Changed(room.Name));
        else if ((context.Count > 1 && !TryNumber(context[1], MostHours, out hours)) || (context.Count > 2 && !TryNumber(context[2], MostUses, out uses))) context.ShowUsage();
        else await MakeAsync(context, room, hours, uses);
    }

    private static async ValueTask MakeAsync(ServiceContext context, Room room, int hours, int uses)
    {
        string token;
        lock (context.Engine.Random) token = RandomBytes.Token(context.Engine.Random);
        var expires = context.Engine.Now + hours * 3_600_000L;
        var request = new MakeInvite(context.Session.User!.Snapshot, InviteLink.HashOf(token), expires, uses);
        await room.AskAsync(request, ChanServTexts.InviteLink(room.Name, token, expires, uses));
    }

    private static void List(ServiceContext context, Room room)
    {
        foreach (var link in room.View.Settings.Links)
            if (!link.IsOver(context.Engine.Now)) context.Say(ChanServTexts.InviteLinkLine(link));
        context.Say(ChanServTexts.EndOfList);
    }

    private static bool TryNumber(string text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0 && number <= most;
}
