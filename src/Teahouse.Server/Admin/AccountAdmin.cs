using System.Globalization;
using Teahouse.Core.Accounts;
using Teahouse.Core.Hosting;

namespace Teahouse.Server.Admin;

/// <summary>What an admin does to one account: the same as its owner can do over NickServ.</summary>
/// <param name="chat">The running server, where what is changed takes effect at once; null where none runs.</param>
internal sealed partial class AccountAdmin(AccountService accounts, ChatServer? chat)
{
    public const string Info = "account-info";
    public const string Password = "account-password";
    public const string KeepOnline = "account-keep-online";
    public const string CertList = "account-cert-list";
    public const string CertAdd = "account-cert-add";
    public const string CertRemove = "account-cert-remove";
    public const string DeviceList = "account-device-list";
    public const string DeviceAdd = "account-device-add";
    public const string DeviceName = "account-device-name";
    public const string DeviceRevoke = "account-device-revoke";
    public const string Multiclient = "account-multiclient";
    public const string AutoReplay = "account-autoreplay";
    public const string Status = "account-status";
    public const string Ghost = "account-ghost";

    /// <summary>Null if it is none of these commands.</summary>
    public async ValueTask<AdminAnswer?> TryAsync(AdminRequest request, CancellationToken cancel)
    {
        Func<Account, CancellationToken, ValueTask<AdminAnswer>>? run = request.Command switch
        {
            Info => InfoAsync,
            Password => (account, c) => PasswordAsync(account, request.Password, c),
            KeepOnline => (account, c) => KeepOnlineAsync(account, request.Value, c),
            CertList => CertListAsync,
            CertAdd => (account, c) => CertAddAsync(account, request.Value, c),
            CertRemove => (account, c) => CertRemoveAsync(account, request.Value, c),
            DeviceList => DeviceListAsync,
            DeviceAdd => (account, c) => DeviceAddAsync(account, request.Value, c),
            DeviceName => (account, c) => DeviceNameAsync(account, request.Value, c),
            DeviceRevoke => (account, c) => DeviceRevokeAsync(account, request.Value, c),
            Multiclient => (account, c) => MulticlientAsync(account, request.Value, c),
            AutoReplay => (account, c) => AutoReplayAsync(account, request.Value, c),
            Status => (account, _) => new(StatusOf(account)),
            Ghost => GhostAsync,
            _ => null,
        };
        if (run is null) return null;
        return await accounts.FindAsync(request.Name, cancel) is { } found ? await run(found, cancel) : AdminAnswer.Failed($"There is no account {request.Name}.");
    }

    public static string Time(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time).ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private async ValueTask<AdminAnswer> InfoAsync(Account account, CancellationToken cancel)
    {
        var keep = account.Settings.KeepOnline switch { KeepChoice.On => "on", KeepChoice.Off => "off", _ => "default" };
        var devices = await accounts.DevicesAsync(account.Id, cancel);
        var certificates = await accounts.CertificatesAsync(account.Id, cancel);
        return AdminAnswer.Done(
            $"{account.Name}{(account.Operator ? " (operator)" : "")}{(account.Guest ? " (guest)" : "")}",
            $"display name: {account.DisplayName}",
            $"registered:   {Time(account.Created)}",
            $"last seen:    {Time(account.LastSeen)}",
            $"keep-online:  {keep}",
            $"multiclient:  {(account.Settings.OneSession ? "off" : "on")}",
            string.Create(CultureInfo.InvariantCulture, $"autoreplay:   {account.Settings.AutoReplay}"),
            string.Create(CultureInfo.InvariantCulture, $"devices:      {devices.Length}"),
            string.Create(CultureInfo.InvariantCulture, $"certificates: {certificates.Length}"));
    }

    private async ValueTask<AdminAnswer> PasswordAsync(Account account, string password, CancellationToken cancel)
    {
        var result = await accounts.SetPasswordAsync(account.Id, password, cancel);
        if (result.Refusal == PasswordRefusal.None && chat is not null) await chat.EndGuestAsync(account.Id);
        return result.Refusal switch
        {
            PasswordRefusal.None => AdminAnswer.Done([$"The password of {account.Name} is set.", .. Recovery(result.RecoveryCode)]),
            PasswordRefusal.WeakPassword => AdminAnswer.Failed("The password is too short."),
            PasswordRefusal.UnacceptablePassword => AdminAnswer.Failed("The password is too long, or has control characters."),
            PasswordRefusal.NotAllowed => AdminAnswer.Failed($"There is no account {account.Name}."),
            _ => AdminAnswer.Failed("The server has no room or no time for it at the moment; try again."),
        };
    }

    private async ValueTask<AdminAnswer> KeepOnlineAsync(Account account, string value, CancellationToken cancel)
    {
        KeepChoice? choice = value switch { "on" => KeepChoice.On, "off" => KeepChoice.Off, "default" => KeepChoice.Default, _ => null };
        if (choice is not { } chosen) return AdminAnswer.Failed($"\"{value}\" is none of on, off and default.");
        if (chosen == KeepChoice.On && account.Guest) return AdminAnswer.Failed("A guest's account does not stay: it needs a password first.");
        await accounts.ChangeSettingsAsync(account.Id, settings => settings with { KeepOnline = chosen }, cancel);
        if (chat is not null) await chat.ReviewStayAsync(account.Id);
        return AdminAnswer.Done($"keep-online of {account.Name} is {value}.");
    }

    private async ValueTask<AdminAnswer> CertListAsync(Account account, CancellationToken cancel) =>
        AdminAnswer.Done([.. (await accounts.CertificatesAsync(account.Id, cancel)).Select(c => $"{c.Fingerprint}, since {Time(c.Created)}")]);

    private async ValueTask<AdminAnswer> CertAddAsync(Account account, string text, CancellationToken cancel)
    {
        if (!CertificateFingerprints.TryParse(text, out var fingerprint)) return NoFingerprint(text);
        return await accounts.AddCertificateAsync(account.Id, fingerprint, cancel) switch
        {
            CertificateOutcome.Added => AdminAnswer.Done($"{fingerprint} logs in to {account.Name}."),
            CertificateOutcome.Taken => AdminAnswer.Failed("The certificate logs in to an account already."),
            _ => AdminAnswer.Failed($"{account.Name} has as many certificates as an account can have."),
        };
    }

    private async ValueTask<AdminAnswer> CertRemoveAsync(Account account, string text, CancellationToken cancel)
    {
        if (!CertificateFingerprints.TryParse(text, out var fingerprint)) return NoFingerprint(text);
        return await accounts.RemoveCertificateAsync(account.Id, fingerprint, cancel)
            ? AdminAnswer.Done("The certificate logs in no more.") : AdminAnswer.Failed($"{account.Name} has no such certificate.");
    }

    private static AdminAnswer NoFingerprint(string text) =>
        AdminAnswer.Failed($"\"{text}\" is no SHA-256 fingerprint: 64 hexadecimal digits, with or without colons.");
}
