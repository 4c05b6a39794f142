using Teahouse.Core.Accounts;
using Teahouse.Core.Commands;

namespace Teahouse.Core.Services.Nicknames;

/// <summary>IDENTIFY and RECOVER.</summary>
internal static class LoggingIn
{
    public static readonly ServiceCommand Identify = new(
        "IDENTIFY", 1, ServiceAccess.Anyone, "[<account>] <password>", [NickServTexts.IdentifySummary], IdentifyAsync);

    public static readonly ServiceCommand Recover = new(
        "RECOVER", 3, ServiceAccess.Anyone, "<account> <recovery code> <new password>", [NickServTexts.RecoverSummary], RecoverAsync);

    public static readonly ServiceCommand Reset = new(
        "RESET", 2, ServiceAccess.Anyone, "<token> <new password>", [NickServTexts.ResetSummary], ResetAsync);

    /// <summary>The account, or null after having said why not.</summary>
    public static async ValueTask<LoginResult?> CheckAsync(ServiceContext context, string name, string password)
    {
        if (!MayTry(context)) return null;
        var login = await context.Engine.Accounts.LoginAsync(name, password, context.Session.Closing);
        if (login.Account is not null) return login;
        if (login.Refusal != LoginRefusal.Busy) context.Engine.Limits.LoginFailed(context.Session.Connection.Address);
        context.Say(login.Refusal == LoginRefusal.Busy ? NickServTexts.Busy : (Saying)NickServTexts.WrongPassword);
        return null;
    }

    private static async ValueTask IdentifyAsync(ServiceContext context)
    {
        var (name, password) = context.Count == 1 ? (context.Session.NickOrStar, context[0]) : (context[0], context.Rest(1));
        if (await CheckAsync(context, name, password) is { Account: { } account } login) await EnterAsync(context, account, login);
    }

    /// <returns>False, and said so, if the account has another user here.</returns>
    public static async ValueTask<bool> EnterAsync(ServiceContext context, Account account, LoginResult login)
    {
        if (!await Login.TryAsync(context.Session, context.Reply, account))
        {
            context.Say(NickServTexts.HereAlready);
            return false;
        }
        context.Say(NickServTexts.NowLoggedIn(account.Name));
        await Login.FromAsync(context.Session, context.Reply, login.Device, login.DeviceName);
        return true;
    }

    private static async ValueTask RecoverAsync(ServiceContext context)
    {
        if (!MayTry(context)) return;
        await AnswerAsync(context, await context.Engine.Accounts.RecoverAsync(context[0], context[1], context.Rest(2), context.Session.Closing));
    }

    private static async ValueTask ResetAsync(ServiceContext context)
    {
        if (!MayTry(context)) return;
        await AnswerAsync(context, await context.Engine.Accounts.RedeemResetAsync(context[0], context.Rest(1), context.Session.Closing));
    }

    private static async ValueTask AnswerAsync(ServiceContext context, PasswordResult result)
    {
        if (result.Refusal == PasswordRefusal.None) await context.Engine.Presence.EndGuestAsync(result.Account);
        if (result.Refusal == PasswordRefusal.NotAllowed) context.Engine.Limits.LoginFailed(context.Session.Connection.Address);
        context.Say(result.Refusal == PasswordRefusal.NotAllowed ? NickServTexts.WrongCode : Settings.Explain(result));
    }

    private static bool MayTry(ServiceContext context)
    {
        if (context.Engine.Limits.MayLogIn(context.Session.Connection.Address)) return true;
        context.Say(NickServTexts.TooManyFailures);
        return false;
    }
}
