using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Messages;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Accounts;

/// <summary>The devices that log in to the reader's account.</summary>
public sealed partial class DeviceList
{
    private IReadOnlyList<LinkedDevice>? devices;
    private string? says;
    private string name = "";
    private int? renaming;
    private int? asked;

    [Parameter, EditorRequired] public ChatClient Client { get; set; } = null!;

    /// <summary>A new device is to be linked.</summary>
    [Parameter] public EventCallback OnLink { get; set; }

    [Inject] private ILocale Locale { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private string Label(LinkedDevice device) => device.Label.Length == 0 ? T(AccountTexts.Unnamed) : Formatting.Plain(device.Label);

    // Noon is in the same day wherever the reader is, but for the two ends of the date line.
    private string Day(DateOnly day) => Locale.Day(Language, new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));

    private async Task LoadAsync()
    {
        (var loaded, var problem) = await Client.DevicesAsync();
        devices = loaded ?? devices;
        says = problem is null ? null : T(ShellTexts.Of(problem));
        (renaming, asked) = (null, null);
    }

    private void BeginName(LinkedDevice device) => (renaming, name) = (device.Number, device.Label);

    private async Task NameAsync(LinkedDevice device)
    {
        if (name.Trim().Length == 0) return;
        await Client.NameDeviceAsync(device, name.Trim());
        await LoadAsync();
    }

    private async Task RevokeAsync(LinkedDevice device)
    {
        if (asked != device.Number)
        {
            asked = device.Number;
            return;
        }
        var revoked = await Client.RevokeDeviceAsync(device);
        await LoadAsync();
        if (!revoked) says ??= T(AccountTexts.TheLastKey);
    }
}
