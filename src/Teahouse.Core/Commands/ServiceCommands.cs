using Teahouse.Core.Services;
using Teahouse.Core.Services.Channels;
using Teahouse.Core.Services.Nicknames;

namespace Teahouse.Core.Commands;

/// <summary>Each service as a command of the server, by its short name and its full one: NS REGISTER is the same as PRIVMSG NickServ :REGISTER.</summary>
internal static class ServiceCommands
{
    public static readonly Command Ns = Of("NS", NickServ.Service);
    public static readonly Command NickServCommand = Of("NICKSERV", NickServ.Service);

    public static readonly Command Cs = Of("CS", ChanServ.Service);
    public static readonly Command ChanServCommand = Of("CHANSERV", ChanServ.Service);

    private static Command Of(string name, Service service) => new(name, MinParams: 0, Access.Registered, context =>
        ServiceRun.RunAsync(service, context.Session, context.Reply, string.Join(' ', context.Message.Parameters)));
}
