using Teahouse.Core.Services.Nicknames;

namespace Teahouse.Core.Commands;

/// <summary>
/// REGISTER and VERIFY. A password makes an account; a device's credential makes a guest's. Where registration is closed, the token of
/// an invitation as a fourth parameter of REGISTER opens it. https://ircv3.net/specs/extensions/account-registration
/// </summary>
internal static class RegisterCommand
{
    public static readonly Command Command = new("REGISTER", MinParams: 3, Access.Anyone, RunAsync);
    public static readonly Command Verify = Commands.Command.Now("VERIFY", minParams: 2, Access.Anyone, RunVerify);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var session = context.Session;
        var name = context[0] == "*" ? session.NickOrStar : context[0];
        var registered = await AccountRegistration.TryAsync(session, name, context[1], context[2], context.At(3));
        if (registered.Account is not { } account)
        {
            context.Reply.Fail("REGISTER", registered.Code, JoinCommand.Shown(name), registered.Text);
            return;
        }
        context.Reply.Line("REGISTER", registered.Code, account.Name, registered.Text);
        await Login.TryAsync(session, context.Reply, account);
        if (registered.RecoveryCode is { } code) context.Reply.From(NickServ.Service.Prefix(session.ServerName), "NOTICE", session.NickOrStar, NickServTexts.Recovery(code));
    }

    /// <summary>An account is there as soon as it is registered: nothing waits for a code.</summary>
    private static void RunVerify(CommandContext context)
    {
        var (code, text) = context.Session.Account is null ? ("INVALID_CODE", "No account waits for a code") : ("ALREADY_AUTHENTICATED", "You are logged in already");
        context.Reply.Fail("VERIFY", code, JoinCommand.Shown(context[0]), text);
    }
}
