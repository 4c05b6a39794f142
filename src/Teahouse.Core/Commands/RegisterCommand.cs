using Teahouse.Core.Accounts;
using Teahouse.Core.Names;

namespace Teahouse.Core.Commands;

/// <summary>
/// REGISTER. A password makes an account; a device's credential makes a guest's. https://ircv3.net/specs/extensions/account-registration
/// </summary>
internal static class RegisterCommand
{
    public static readonly Command Command = new("REGISTER", MinParams: 3, Access.Anyone, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var session = context.Session;
        var options = context.Engine.Options.Accounts;
        var name = context[0] == "*" ? session.NickOrStar : context[0];
        if (WhyNot(context, name) is var (code, text))
        {
            context.Reply.Fail("REGISTER", code, JoinCommand.Shown(name), text);
            return;
        }
        if (options.EmailRequired)
        {
            if (!context[1].Contains('@'))
            {
                context.Reply.Fail("REGISTER", "INVALID_EMAIL", name, "This server asks for an e-mail address");
                return;
            }
            // No mail is ever sent: a server that demands addresses registers through its admin.
            context.Reply.Fail("REGISTER", "UNACCEPTABLE_EMAIL", name, "This server's admin makes the accounts");
            return;
        }
        // Nobody's nick becomes an account under its holder's hands.
        if (await context.Engine.Network.IsNickOfAnotherAsync(name, new NickHolder(session.User?.Id.Value ?? 0, 0)))
        {
            context.Reply.Fail("REGISTER", "ACCOUNT_EXISTS", JoinCommand.Shown(name), "The name is somebody's nick, or looks like one");
            return;
        }
        var result = await context.Engine.Accounts.RegisterAsync(name, session.Registration.RealName, context[2]);
        if (result.Account is not { } account)
        {
            var (refused, why) = Explain(result.Refusal);
            context.Reply.Fail("REGISTER", refused, name, why);
            return;
        }
        context.Reply.Line("REGISTER", "SUCCESS", account.Name, "Account registered");
        await Login.TryAsync(session, context.Reply, account);
    }

    private static (string Code, string Text)? WhyNot(CommandContext context, string name)
    {
        var session = context.Session;
        var options = context.Engine.Options.Accounts;
        if (!options.RegistrationOpen) return ("TEMPORARILY_UNAVAILABLE", "Registration is closed on this server");
        if (session.Account is not null) return ("ALREADY_AUTHENTICATED", "You are logged in already");
        if (session.User is null && !options.BeforeConnect) return ("COMPLETE_CONNECTION_REQUIRED", "Finish connecting first");
        if (name == "*") return ("NEED_NICK", "Choose a nick first");
        if (!context.Engine.Limits.TryRegister(session.Connection.Address)) return ("TEMPORARILY_UNAVAILABLE", "Too many registrations from your address; try again later");
        return null;
    }

    private static (string Code, string Text) Explain(RegisterRefusal refusal) => refusal switch
    {
        RegisterRefusal.AccountExists => ("ACCOUNT_EXISTS", "The name is taken, or looks like one that is"),
        RegisterRefusal.BadAccountName => ("BAD_ACCOUNT_NAME", "That cannot be an account's name"),
        RegisterRefusal.WeakPassword => ("WEAK_PASSWORD", "The password is too short"),
        RegisterRefusal.UnacceptablePassword => ("UNACCEPTABLE_PASSWORD", "The password cannot be used"),
        _ => ("TEMPORARILY_UNAVAILABLE", "Not now; try again later"),
    };
}
