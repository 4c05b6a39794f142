using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Accounts;

namespace Teahouse.Core.Services.Nicknames;

/// <summary>ACCESS: devices, by their numbers in the list.</summary>
internal static class Devices
{
    public static readonly ServiceCommand Row = new("ACCESS", 1, ServiceAccess.Account, "LIST|ADD|NAME|REVOKE ...",
        [NickServTexts.AccessSummary, NickServTexts.AccessList, NickServTexts.AccessAdd, NickServTexts.AccessName, NickServTexts.AccessRevoke], RunAsync);

    private static async ValueTask RunAsync(ServiceContext context)
    {
        switch (context[0].ToUpperInvariant())
        {
            case "LIST":
                await ListAsync(context);
                break;
            case "ADD":
                await AddAsync(context);
                break;
            case "NAME" when context.Count > 2:
                if (await FindAsync(context) is not { } named) break;
                await context.Engine.Accounts.RenameDeviceAsync(context.Account.Id, named.Id, context.Rest(2));
                context.Say(NickServTexts.DeviceNamed);
                break;
            case "REVOKE" when context.Count > 1:
                if (await FindAsync(context) is { } device) await RevokeAsync(context, device);
                break;
            default:
                context.ShowUsage();
                break;
        }
    }

    private static async ValueTask ListAsync(ServiceContext context)
    {
        var devices = await context.Engine.Accounts.DevicesAsync(context.Account.Id);
        if (devices.IsEmpty) context.Say(NickServTexts.NoDevices);
        for (var i = 0; i < devices.Length; i++)
            context.Say(NickServTexts.Device(i + 1, devices[i].Label, ServiceTexts.Day(devices[i].Created), ServiceTexts.Day(devices[i].LastUsed)));
    }

    private static async ValueTask AddAsync(ServiceContext context)
    {
        if (await context.Engine.Accounts.AddDeviceAsync(context.Account.Id, context.Rest(1)) is not { } added)
        {
            context.Say(NickServTexts.TooManyDevices);
            return;
        }
        await context.Engine.Presence.EndGuestAsync(context.Account.Id);
        context.Say(NickServTexts.DeviceAdded(added.Credential));
    }

    private static async ValueTask RevokeAsync(ServiceContext context, DeviceCredential device)
    {
        switch (await context.Engine.Accounts.RevokeDeviceAsync(context.Account.Id, device.Id))
        {
            case RevokeOutcome.Revoked:
                context.Say(NickServTexts.DeviceRevoked);
                context.Engine.Presence.EndDevice(context.Account.Id, device.Id, NickServTexts.DeviceRevoked.Text);
                break;
            case RevokeOutcome.TheLastKey:
                context.Say(NickServTexts.TheLastKey);
                break;
            default:
                context.Say(NickServTexts.NoSuchDevice);
                break;
        }
    }

    private static async ValueTask<DeviceCredential?> FindAsync(ServiceContext context)
    {
        var devices = await context.Engine.Accounts.DevicesAsync(context.Account.Id);
        if (Find(context, devices) is { } device) return device;
        context.Say(NickServTexts.NoSuchDevice);
        return null;
    }

    private static DeviceCredential? Find(ServiceContext context, ImmutableArray<DeviceCredential> devices)
    {
        if (context[1].Equals("THIS", StringComparison.OrdinalIgnoreCase)) return devices.FirstOrDefault(d => d.Id == context.Session.Device);
        return int.TryParse(context[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= devices.Length ? devices[number - 1] : null;
    }
}
