using System.Globalization;
using Teahouse.Core.Conversations;
using Teahouse.Core.Operators;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>
/// The lists b, e and I as MODE without a parameter shows them, and for q those of b that only silence.
/// https://modern.ircdocs.horse/#ban-channel-mode
/// </summary>
internal static class MaskLists
{
    public static void Show(CommandContext context, ChannelView view, char letter)
    {
        var member = view.Member(context.Session.User!.Id);
        var name = view.Settings.Name;
        if (!view.IsKnownTo(context.Session.User!.Id))
        {
            context.Reply.Numeric(Numeric.ERR_NOTONCHANNEL, name, "You're not on that channel");
            return;
        }
        // Who is excepted and who may come uninvited is the operators' business.
        if (letter is 'e' or 'I' && member?.Modes.IsAtLeast(MemberModes.HalfOperator) is not true && !context.Session.User!.Snapshot.May(OperatorPrivileges.Rooms))
        {
            context.Reply.Numeric(Numeric.ERR_CHANOPRIVSNEEDED, name, "You're not a channel operator");
            return;
        }
        foreach (var entry in view.Settings.List(letter == 'q' ? 'b' : letter))
        {
            var time = (entry.Time / 1000).ToString(CultureInfo.InvariantCulture);
            if (letter != 'q') context.Reply.Numeric(Entry(letter), name, entry.Mask, entry.SetBy, time);
            else if (ChannelMasks.IsMute(entry.Mask)) context.Reply.Numeric(Numeric.RPL_QUIETLIST, name, "q", entry.Mask[2..], entry.SetBy, time);
        }
        if (letter == 'q') context.Reply.Numeric(Numeric.RPL_ENDOFQUIETLIST, name, "q", "End of channel quiet list");
        else context.Reply.Numeric(End(letter), name, $"End of channel {Title(letter)} list");
    }

    private static int Entry(char letter) => letter switch { 'b' => Numeric.RPL_BANLIST, 'e' => Numeric.RPL_EXCEPTLIST, _ => Numeric.RPL_INVEXLIST };

    private static int End(char letter) =>
        letter switch { 'b' => Numeric.RPL_ENDOFBANLIST, 'e' => Numeric.RPL_ENDOFEXCEPTLIST, _ => Numeric.RPL_ENDOFINVEXLIST };

    private static string Title(char letter) => letter switch { 'b' => "ban", 'e' => "exception", _ => "invite exception" };
}
