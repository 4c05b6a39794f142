using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>A parameter that names a server: there is only this one.</summary>
internal static class OtherServer
{
    public static bool Refused(CommandContext context, int parameter)
    {
        var name = context.At(parameter);
        if (name.Length == 0 || Mask.Matches(name, context.Session.ServerName)) return false;
        if (Nick.TryParse(name, out var nick) && context.Engine.Users.Find(nick) is not null) return false;
        context.Reply.Numeric(Numeric.ERR_NOSUCHSERVER, JoinCommand.Shown(name), "No such server");
        return true;
    }
}
