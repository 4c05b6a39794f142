using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>WHOWAS. https://modern.ircdocs.horse/#whowas-message</summary>
internal static class WhowasCommand
{
    public static readonly Command Command = new("WHOWAS", MinParams: 1, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        if (OtherServer.Refused(context, 2)) return;
        var most = int.TryParse(context.At(1), NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : int.MaxValue;
        foreach (var text in context[0].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var past = Nick.TryParse(text, out var nick) ? await context.Engine.Network.WhowasAsync(nick) : [];
            if (past.IsEmpty) context.Reply.Numeric(Numeric.ERR_WASNOSUCHNICK, JoinCommand.Shown(text), "There was no such nickname");
            foreach (var (user, left) in past.Take(most))
            {
                context.Reply.Numeric(Numeric.RPL_WHOWASUSER, user.Nick.Value, user.Username, user.Host, "*", user.RealName);
                context.Reply.Numeric(Numeric.RPL_WHOISSERVER, user.Nick.Value, context.Session.ServerName, ServerTime.Format(left));
            }
            context.Reply.Numeric(Numeric.RPL_ENDOFWHOWAS, JoinCommand.Shown(text), "End of WHOWAS");
            await context.Reply.FlushIfLargeAsync();
        }
    }
}
