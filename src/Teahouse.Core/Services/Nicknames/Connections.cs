using Teahouse.Core.Hosting;

namespace Teahouse.Core.Services.Nicknames;

/// <summary>SESSIONS: what one has open.</summary>
internal static class Connections
{
    public static readonly ServiceCommand Row = new("SESSIONS", 0, ServiceAccess.Account, "", [NickServTexts.SessionsSummary], context =>
    {
        Run(context);
        return default;
    });

    private static void Run(ServiceContext context)
    {
        foreach (var session in context.Session.User!.Sessions)
        {
            var line = AccountConnection.Of(session).ToString();
            context.Say(session == context.Session ? NickServTexts.ThisOne(line) : line);
        }
    }
}
