using Teahouse.Protocol;

namespace Teahouse.Core.Services.Nicknames;

/// <summary>INFO and STATUS.</summary>
internal static class Information
{
    public static readonly ServiceCommand Info = new("INFO", 0, ServiceAccess.Anyone, "[<account>]", [NickServTexts.InfoSummary], InfoAsync);

    public static readonly ServiceCommand Status = new("STATUS", 0, ServiceAccess.Anyone, "[<nick>]", [NickServTexts.StatusSummary], StatusAsync);

    private static async ValueTask InfoAsync(ServiceContext context)
    {
        var session = context.Session;
        var accounts = context.Engine.Accounts;
        var name = context.Count > 0 ? context[0] : session.Account?.Name ?? session.NickOrStar;
        if (await accounts.FindAsync(name) is not { } account)
        {
            context.Say(NickServTexts.NoSuchAccount(name));
            return;
        }
        context.Say(NickServTexts.Account(account.Name, ServiceTexts.Day(account.Created)));
        // The rest is nobody's business but its owner's and the operators'.
        if (session.Account?.Id != account.Id && session.User is not { Snapshot.Operator: true }) return;
        context.Say(NickServTexts.LastSeen(ServiceTexts.Day(account.LastSeen)));
        context.Say(NickServTexts.Keys((await accounts.DevicesAsync(account.Id)).Length, (await accounts.CertificatesAsync(account.Id)).Length));
        context.Say(NickServTexts.Chosen("KEEP-ONLINE", account.Settings.KeepOnline == Accounts.KeepChoice.On));
        context.Say(NickServTexts.Chosen("MULTICLIENT", !account.Settings.OneSession));
        context.Say(NickServTexts.AutoReplay(account.Settings.AutoReplay));
    }

    private static async ValueTask StatusAsync(ServiceContext context)
    {
        var name = context.Count == 0 ? context.Session.NickOrStar : context[0];
        if (Nick.TryParse(name, out var nick) && await context.Engine.Network.FindUserAsync(nick) is { } found)
            context.Say(NickServTexts.Status(found.User.Nick.Value, found.User.Account));
        else context.Say(NickServTexts.NotHere(name));
    }
}
