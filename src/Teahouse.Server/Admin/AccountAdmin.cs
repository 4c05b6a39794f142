using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Accounts;

namespace Teahouse.Server.Admin;

/// <summary>What an admin does to one account: the same as its owner can do over NickServ.</summary>
internal sealed class AccountAdmin(AccountService accounts)
{
    public const string Info = "account-info";
    public const string Password = "account-password";
    public const string KeepOnline = "account-keep-online";
    public const string CertList = "account-cert-list";
    public const string CertAdd = "account-cert-add";
    public const string CertRemove = "account-cert-remove";
    public const string DeviceList = "account-device-list";
    public const string DeviceAdd = "account-device-add";
    public const string DeviceRevoke = "account-device-revoke";

    /// <summary>Ends what a revoked device has open; nothing where no server runs.</summary>
    public Action<long, long> EndDevice { get; init; } = (_, _) => { };

    /// <summary>The choice about staying online takes effect; nothing where no server runs.</summary>
    public Func<long, ValueTask> ReviewStay { get; init; } = _ => default;

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
            DeviceRevoke => (account, c) => DeviceRevokeAsync(account, request.Value, c),
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
            string.Create(CultureInfo.InvariantCulture, $"devices:      {devices.Length}"),
            string.Create(CultureInfo.InvariantCulture, $"certificates: {certificates.Length}"));
    }

    private async ValueTask<AdminAnswer> PasswordAsync(Account account, string password, CancellationToken cancel)
    {
        var result = await accounts.SetPasswordAsync(account.Id, password, cancel);
        return result.Refusal switch
        {
            PasswordRefusal.None => AdminAnswer.Done($"The password of {account.Name} is set."),
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
        await ReviewStay(account.Id);
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

    private async ValueTask<AdminAnswer> DeviceListAsync(Account account, CancellationToken cancel)
    {
        var devices = await accounts.DevicesAsync(account.Id, cancel);
        return AdminAnswer.Done([.. devices.Select((d, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{i + 1}: {d.Label}, since {Time(d.Created)}, last used {Time(d.LastUsed)}"))]);
    }

    private async ValueTask<AdminAnswer> DeviceAddAsync(Account account, string label, CancellationToken cancel) =>
        await accounts.AddDeviceAsync(account.Id, label, cancel) is { } added
            ? AdminAnswer.Done("Its password, which is not shown again:", added.Credential)
            : AdminAnswer.Failed($"{account.Name} has as many devices as an account can have.");

    private async ValueTask<AdminAnswer> DeviceRevokeAsync(Account account, string text, CancellationToken cancel)
    {
        ImmutableArray<DeviceCredential> devices = await accounts.DevicesAsync(account.Id, cancel);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > devices.Length)
            return AdminAnswer.Failed($"{account.Name} has no device {text}.");
        var device = devices[number - 1];
        if (await accounts.RevokeDeviceAsync(account.Id, device.Id, cancel) == RevokeOutcome.TheLastKey)
            return AdminAnswer.Failed($"That is the only way into {account.Name}: set a password first.");
        EndDevice(account.Id, device.Id);
        return AdminAnswer.Done("The device logs in no more.");
    }

    private static AdminAnswer NoFingerprint(string text) =>
        AdminAnswer.Failed($"\"{text}\" is no SHA-256 fingerprint: 64 hexadecimal digits, with or without colons.");
}
