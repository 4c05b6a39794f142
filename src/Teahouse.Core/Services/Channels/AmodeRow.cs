using Teahouse.Core.Conversations;

namespace Teahouse.Core.Services.Channels;

/// <summary>AMODE: levels of access written as modes.</summary>
internal static class AmodeRow
{
    public static readonly ServiceCommand Row = new("AMODE", 1, ServiceAccess.Account, "<#channel> [+a|+o|+h|+v|-a|-o|-h|-v <account>]", [ChanServTexts.AmodeSummary], RunAsync);

    private static async ValueTask RunAsync(ServiceContext context)
    {
        if (await Room.FindAsync(context, context[0]) is not { } room) return;
        var mode = context.At(1);
        var rank = mode.Length == 2 ? MemberRanks.OfLetter(mode[1]) : MemberModes.None;
        if (context.Count == 1) await AccessRow.ListAsync(room);
        else if (context.Count != 3 || mode[0] is not ('+' or '-') || rank is MemberModes.None or MemberModes.Founder) context.ShowUsage();
        else await AccessRow.SetAsync(room, context[2], mode[0] == '+' ? rank : MemberModes.None);
    }
}
