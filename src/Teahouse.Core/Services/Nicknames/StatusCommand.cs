using Teahouse.Protocol;

namespace Teahouse.Core.Services.Nicknames;

/// <summary>STATUS: who somebody is logged in as.</summary>
internal static class StatusCommand
{
    public static readonly ServiceCommand Row = new("STATUS", 0, ServiceAccess.Anyone, "[<nick>]", [NickServTexts.StatusSummary], RunAsync);

    private static async ValueTask RunAsync(ServiceContext context)
    {
        var name = context.Count == 0 ? context.Session.NickOrStar : context[0];
        if (Nick.TryParse(name, out var nick) && await context.Engine.Network.FindUserAsync(nick) is { } found)
            context.Say(NickServTexts.Status(found.User.Nick.Value, found.User.Account));
        else context.Say(NickServTexts.NotHere(name));
    }
}
