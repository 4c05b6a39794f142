using Teahouse.Core.Hosting;
using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class AccountsSection
{
    private static readonly ChoiceKind<bool> Registration = new(("open", true), ("closed", false));

    // No mail is sent: "off" and "optional" both accept a registration without an address.
    private static readonly ChoiceKind<bool> Email = new(("optional", false), ("off", false), ("required", true));

    private static readonly ChoiceKind<KeepOnline> Keep = new(
        ("off", KeepOnline.Off), ("opt-in", KeepOnline.OptIn), ("opt-out", KeepOnline.OptOut));

    private static readonly TextKind Modes = new(
        $"\"+\" and letters out of {ServerOptions.UserModesOfOnesOwn}, or empty",
        text => text.Length == 0 || (text[0] == '+' && text.Length > 1 && text.AsSpan(1).IndexOfAnyExcept(ServerOptions.UserModesOfOnesOwn) < 0));

    public static readonly SingleSection Section = new("accounts", "Accounts and logging in.",
    [
        Key("registration", Registration, a => a.RegistrationOpen, (a, v) => a with { RegistrationOpen = v },
            "Whether anyone may make an account. Closed: only with an invitation, or by the command \"teahouse account add\"."),
        Key("before_connect", FlagKind.Instance, a => a.BeforeConnect, (a, v) => a with { BeforeConnect = v },
            "An account may be made before the connection is registered."),
        Key("email", Email, a => a.EmailRequired, (a, v) => a with { EmailRequired = v },
            "Whether a registration must name an e-mail address."),
        Key("reserve_nicknames", FlagKind.Instance, a => a.ReserveNicknames, (a, v) => a with { ReserveNicknames = v },
            "An account's name is refused as a nickname to everyone else."),
        Key("password_iterations", new NumberKind(4096, 100_000_000), a => a.PasswordIterations, (a, v) => a with { PasswordIterations = (int)v },
            "Rounds of PBKDF2 for a new password: more is slower for whoever guesses, and for each login."),
        Key("default_user_modes", Modes, a => a.DefaultUserModes, (a, v) => a with { DefaultUserModes = v },
            "Modes that everybody gets when connecting."),
        Key("keep_online", Keep, a => a.KeepOnline, (a, v) => a with { KeepOnline = v },
            "Whether an account stays in its rooms while none of its clients is connected."),
    ]);

    private static ConfigurationKey<TeahouseConfiguration, TValue> Key<TValue>(
        string name, ValueKind<TValue> kind, Func<AccountOptions, TValue> get, Func<AccountOptions, TValue, AccountOptions> set, string description) => new(
        name, kind, c => get(c.Engine.Accounts), (c, v) => c with { Engine = c.Engine with { Accounts = set(c.Engine.Accounts, v) } }, description);
}
