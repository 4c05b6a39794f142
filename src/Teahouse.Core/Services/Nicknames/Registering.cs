using Teahouse.Core.Commands;

namespace Teahouse.Core.Services.Nicknames;

/// <summary>REGISTER, SAREGISTER and DROP: accounts come and go.</summary>
internal static class Registering
{
    public static readonly ServiceCommand Register = new(
        "REGISTER", 1, ServiceAccess.Anyone, "<password> [<e-mail>]", [NickServTexts.RegisterSummary], RegisterAsync);

    public static readonly ServiceCommand Saregister = new(
        "SAREGISTER", 2, ServiceAccess.Operator, "<account> <password>", [NickServTexts.SaregisterSummary], SaregisterAsync);

    public static readonly ServiceCommand Drop = new("DROP", 0, ServiceAccess.Account, "[<code>]", [NickServTexts.DropSummary], DropAsync);

    private static async ValueTask RegisterAsync(ServiceContext context)
    {
        var registered = await AccountRegistration.TryAsync(context.Session, context.Session.NickOrStar, context.At(1), context[0]);
        if (registered.Account is not { } account)
        {
            context.Say(registered.Text);
            return;
        }
        context.Say(NickServTexts.Registered(account.Name));
        if (registered.RecoveryCode is { } code) context.Say(NickServTexts.Recovery(code));
        await Login.TryAsync(context.Session, context.Reply, account);
    }

    private static async ValueTask SaregisterAsync(ServiceContext context)
    {
        var made = await context.Engine.Accounts.AddAsync(context[0], context.Rest(1));
        if (made.Account is not { } account)
        {
            context.Say(AccountRegistration.Explain(made.Refusal).Text);
            return;
        }
        context.Say(NickServTexts.Registered(account.Name));
        if (made.RecoveryCode is { } code) context.Say(NickServTexts.Recovery(code));
        await context.Engine.Presence.ReviewNicksAsync();
    }

    private static async ValueTask DropAsync(ServiceContext context)
    {
        var accounts = context.Engine.Accounts;
        var code = accounts.RemovalCode(context.Account);
        if (!string.Equals(context.At(0), code, StringComparison.OrdinalIgnoreCase))
        {
            context.Say(NickServTexts.ConfirmDrop(context.Account.Name, code));
            return;
        }
        if (await accounts.RemoveAsync(context.Account.Name) is not { } removed) return;
        context.Say(NickServTexts.Removed);
        await context.Engine.Presence.ForgetAccountAsync(removed.Id, NickServTexts.Removed.Text);
    }
}
