using System.Globalization;
using Teahouse.Core.Accounts;
using Teahouse.Core.Hosting;

namespace Teahouse.Core.Services.Nicknames;

/// <summary>SET.</summary>
internal static class Settings
{
    public static readonly ServiceCommand Row = new("SET", 2, ServiceAccess.Account, "PASSWORD|KEEP-ONLINE|MULTICLIENT|AUTOREPLAY <value>",
        [NickServTexts.SetSummary, NickServTexts.SetPassword, NickServTexts.SetKeepOnline, NickServTexts.SetMulticlient, NickServTexts.SetAutoReplay], RunAsync);

    /// <summary>What became of a new password.</summary>
    public static Saying Explain(PasswordResult result) => result.Refusal switch
    {
        PasswordRefusal.None => NickServTexts.PasswordSet(result.RecoveryCode),
        PasswordRefusal.WeakPassword => NickServTexts.WeakPassword,
        PasswordRefusal.UnacceptablePassword => NickServTexts.UnacceptablePassword,
        PasswordRefusal.TemporarilyUnavailable => NickServTexts.Busy,
        _ => NickServTexts.NoSuchAccount("any more"),
    };

    private static ValueTask RunAsync(ServiceContext context) => context[0].ToUpperInvariant() switch
    {
        "PASSWORD" => PasswordAsync(context),
        "KEEP-ONLINE" or "KEEP_ONLINE" or "ALWAYS-ON" => KeepOnlineAsync(context),
        "MULTICLIENT" => MulticlientAsync(context),
        "AUTOREPLAY" => AutoReplayAsync(context),
        _ => Unknown(context),
    };

    private static async ValueTask PasswordAsync(ServiceContext context)
    {
        var result = await context.Engine.Accounts.SetPasswordAsync(context.Account.Id, context.Rest(1), context.Session.Closing);
        if (result.Refusal == PasswordRefusal.None) await context.Engine.Presence.EndGuestAsync(result.Account);
        context.Say(Explain(result));
    }

    private static async ValueTask KeepOnlineAsync(ServiceContext context)
    {
        var choice = IsDefault(context[1]) ? KeepChoice.Default : OnOff(context[1]) switch { true => KeepChoice.On, false => KeepChoice.Off, _ => (KeepChoice?)null };
        if (choice is not { } chosen) context.ShowUsage();
        else if (chosen == KeepChoice.On && context.Engine.Options.Accounts.KeepOnline == KeepOnline.Off) context.Say(NickServTexts.KeepOnlineForbidden);
        else if (chosen == KeepChoice.On && context.Session.User!.Snapshot.Guest) context.Say(NickServTexts.GuestsLeave);
        else
        {
            await ChangeAsync(context, before => before with { KeepOnline = chosen });
            await context.Engine.Presence.ReviewStayAsync(context.Account.Id);
            context.Say(chosen == KeepChoice.Default
                ? NickServTexts.KeepDefault(context.Engine.Options.Accounts.KeepOnline == KeepOnline.OptOut)
                : NickServTexts.Chosen("KEEP-ONLINE", chosen == KeepChoice.On));
        }
    }

    private static async ValueTask MulticlientAsync(ServiceContext context)
    {
        if (OnOff(context[1]) is not { } on)
        {
            context.ShowUsage();
            return;
        }
        await ChangeAsync(context, before => before with { OneSession = !on });
        context.Say(NickServTexts.Chosen("MULTICLIENT", on));
    }

    private static async ValueTask AutoReplayAsync(ServiceContext context)
    {
        if (!int.TryParse(context[1], NumberStyles.None, CultureInfo.InvariantCulture, out var lines) || lines > AccountSettings.MostReplayed)
        {
            context.ShowUsage();
            return;
        }
        await ChangeAsync(context, before => before with { AutoReplay = lines });
        context.Say(NickServTexts.AutoReplay(lines));
    }

    private static async ValueTask ChangeAsync(ServiceContext context, Func<AccountSettings, AccountSettings> change)
    {
        if (await context.Engine.Accounts.ChangeSettingsAsync(context.Account.Id, change) is { } changed) context.Session.Account = changed;
    }

    private static ValueTask Unknown(ServiceContext context)
    {
        context.ShowUsage();
        return default;
    }

    private static bool? OnOff(string word) => word.ToUpperInvariant() switch
    {
        "ON" or "TRUE" or "YES" => true,
        "OFF" or "FALSE" or "NO" => false,
        _ => null,
    };

    private static bool IsDefault(string word) => word.Equals("default", StringComparison.OrdinalIgnoreCase);
}
