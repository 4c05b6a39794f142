using System.Globalization;
using Teahouse.Core.Accounts;

namespace Teahouse.Server.Admin;

/// <summary>Devices.</summary>
internal sealed partial class AccountAdmin
{
    private async ValueTask<AdminAnswer> DeviceListAsync(Account account, CancellationToken cancel)
    {
        var devices = await accounts.DevicesAsync(account.Id, cancel);
        return AdminAnswer.Done([.. devices.Select((d, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{i + 1}: {(d.Label.Length == 0 ? DeviceCredential.Unnamed : d.Label)}, since {Time(d.Created)}, last used {Time(d.LastUsed)}"))]);
    }

    private async ValueTask<AdminAnswer> DeviceAddAsync(Account account, string label, CancellationToken cancel)
    {
        if (await accounts.AddDeviceAsync(account.Id, label, cancel) is not { } added)
            return AdminAnswer.Failed($"{account.Name} has as many devices as an account can have.");
        if (chat is not null) await chat.EndGuestAsync(account.Id);
        return AdminAnswer.Done("Its password, which is not shown again:", added.Credential);
    }

    /// <param name="value">Number, space, label.</param>
    private async ValueTask<AdminAnswer> DeviceNameAsync(Account account, string value, CancellationToken cancel)
    {
        var words = value.Split(' ', 2);
        if (await DeviceAsync(account, words[0], cancel) is not { } device) return NoDevice(account, words[0]);
        await accounts.RenameDeviceAsync(account.Id, device.Id, words.Length > 1 ? words[1] : "", cancel);
        return AdminAnswer.Done("The device is named.");
    }

    private async ValueTask<AdminAnswer> DeviceRevokeAsync(Account account, string number, CancellationToken cancel)
    {
        if (await DeviceAsync(account, number, cancel) is not { } device) return NoDevice(account, number);
        if (await accounts.RevokeDeviceAsync(account.Id, device.Id, cancel) == RevokeOutcome.TheLastKey)
            return AdminAnswer.Failed($"That is the only way into {account.Name}: set a password first.");
        chat?.EndDevice(account.Id, device.Id);
        return AdminAnswer.Done("The device logs in no more.");
    }

    /// <summary>By its number in the list.</summary>
    private async ValueTask<DeviceCredential?> DeviceAsync(Account account, string text, CancellationToken cancel)
    {
        var devices = await accounts.DevicesAsync(account.Id, cancel);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= devices.Length ? devices[number - 1] : null;
    }

    private static AdminAnswer NoDevice(Account account, string number) => AdminAnswer.Failed($"{account.Name} has no device {number}.");
}
