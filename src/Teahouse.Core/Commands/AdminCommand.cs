using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>ADMIN. https://modern.ircdocs.horse/#admin-message</summary>
internal static class AdminCommand
{
    public static readonly Command Command = Commands.Command.Now("ADMIN", minParams: 0, Access.Registered, static context =>
    {
        if (OtherServer.Refused(context, 0)) return;
        var options = context.Engine.Options;
        context.Reply.Numeric(Numeric.RPL_ADMINME, options.Name, "Administrative info");
        context.Reply.Numeric(Numeric.RPL_ADMINLOC1, $"{options.Network}: {options.Description}");
        context.Reply.Numeric(Numeric.RPL_ADMINLOC2, options.Admin.Length > 0 ? options.Admin : options.Name);
        if (options.AdminEmail.Length > 0) context.Reply.Numeric(Numeric.RPL_ADMINEMAIL, options.AdminEmail);
    });
}
