using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>LINKS: one server, whatever it runs on. https://modern.ircdocs.horse/#links-message</summary>
internal static class LinksCommand
{
    public static readonly Command Command = Commands.Command.Now("LINKS", minParams: 0, Access.Registered, static context =>
    {
        var name = context.Session.ServerName;
        var mask = context.Count > 1 ? context[1] : context.At(0);
        if (mask.Length == 0 || Mask.Matches(mask, name))
            context.Reply.Numeric(Numeric.RPL_LINKS, name, name, $"0 {context.Engine.Options.Description}");
        context.Reply.Numeric(Numeric.RPL_ENDOFLINKS, JoinCommand.Shown(mask), "End of /LINKS list");
    });
}
