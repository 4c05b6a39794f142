using System.Globalization;
using Microsoft.AspNetCore.Components;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Notifications;

/// <summary>What one is told of, and when: in the settings.</summary>
public sealed partial class NotificationChoices
{
    private static readonly QuietHours Night = new(22 * 60, 8 * 60);

    private string permission = "default";

    [Inject] private INotifications Notifications { get; set; } = null!;

    [Inject] private NotificationSettings Settings { get; set; } = null!;

    protected override void OnInitialized() => permission = Notifications.Permission;

    private static bool IsChecked(ChangeEventArgs change) => change.Value is true;

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private async Task TurnOnAsync()
    {
        permission = await Notifications.AskAsync();
        if (permission == "granted") Settings.SetOn(true);
    }

    // Heard at once, so that one knows what was chosen; and the browser lets only a click begin sounds.
    private void ChooseSound(ChangeEventArgs change)
    {
        Settings.SetSound(IsChecked(change));
        if (IsChecked(change)) Notifications.Ring();
    }

    private void ChooseQuiet(bool quiet) => Settings.SetQuiet(quiet ? Night : null);

    private void SetHours(ChangeEventArgs change, QuietHours hours, bool isFrom)
    {
        if (!TimeOnly.TryParseExact(change.Value as string, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)) return;
        var minute = clock.Hour * 60 + clock.Minute;
        Settings.SetQuiet(isFrom ? hours with { From = minute } : hours with { To = minute });
    }
}
