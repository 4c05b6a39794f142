using Teahouse.Core.Conversations;
using Teahouse.Core.Operators;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>SAMODE: MODE on a channel by a server's operator, whatever it is there.</summary>
internal static class SamodeCommand
{
    public static readonly Command Command = new("SAMODE", MinParams: 2, Access.Operator, RunAsync) { Needs = OperatorPrivileges.Rooms };

    private static async ValueTask RunAsync(CommandContext context)
    {
        var view = ChannelName.TryParse(context[0], out var name) ? (await context.Engine.Network.Channel(name).AskAsync(new Look())).View : null;
        if (view is null)
        {
            context.Reply.Numeric(Numeric.ERR_NOSUCHCHANNEL, JoinCommand.Shown(context[0]), "No such channel");
            return;
        }
        await ChannelModeCommand.ChangeAsync(context, view, forced: true);
        await context.Engine.OperatorLog.WriteAsync(context, "SAMODE", view.Settings.Name, string.Join(' ', context.Message.Parameters.Skip(1)));
    }
}
