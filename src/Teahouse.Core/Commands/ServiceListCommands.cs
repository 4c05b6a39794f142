using Teahouse.Core.Services;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>SERVLIST and SQUERY: the services there are, and a line to one of them. RFC 2812, section 3.5</summary>
internal static class ServiceListCommands
{
    public static readonly Command Servlist = Commands.Command.Now("SERVLIST", minParams: 0, Access.Registered, static context =>
    {
        var mask = context.At(0).Length == 0 ? "*" : context[0];
        var type = context.At(1).Length == 0 ? "*" : context[1];
        foreach (var service in ServiceTable.All)
        {
            // All are of type 0, which is as good as any.
            if (!Mask.Matches(mask, service.Name) || (type != "*" && type != "0")) continue;
            context.Reply.Numeric(Numeric.RPL_SERVLIST, service.Name, context.Session.ServerName, "*", "0", "0", service.About);
        }
        context.Reply.Numeric(Numeric.RPL_SERVLISTEND, JoinCommand.Shown(mask), JoinCommand.Shown(type), "End of service listing");
    });

    public static readonly Command Squery = new("SQUERY", MinParams: 0, Access.Registered, static context =>
    {
        if (context.At(0).Length == 0) context.Reply.Numeric(Numeric.ERR_NORECIPIENT, "No recipient given (SQUERY)");
        else if (context.At(1).Length == 0) context.Reply.Numeric(Numeric.ERR_NOTEXTTOSEND, "No text to send");
        else if (ServiceTable.Find(context[0]) is { } service) return ServiceRun.RunAsync(service, context.Session, context.Reply, context[1]);
        else context.Reply.Numeric(Numeric.ERR_NOSUCHSERVICE, JoinCommand.Shown(context[0]), "No such service");
        return default;
    });
}
