using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Offline;
using Teahouse.Web.People;

namespace Teahouse.Web.Settings;

/// <summary>What the reader may choose, and what this browser can do at this address. Shown from its first drawing on.</summary>
public sealed partial class SettingsDialog() : PageDialog(DialogId)
{
    private const string DialogId = "settings";

    private IReadOnlySet<string> found = null!;
    private OfflineState offline;

    [Parameter, EditorRequired] public Identity Me { get; set; } = new("");

    /// <summary>Password, devices and the rest are wanted.</summary>
    [Parameter] public EventCallback OnAccount { get; set; }

    [Inject] private Preferences Preferences { get; set; } = null!;

    [Inject] private OwnTimeZone Zone { get; set; } = null!;

    [Inject] private ILocale Locale { get; set; } = null!;

    [Inject] private IgnoredPeople Ignored { get; set; } = null!;

    [Inject] private IFeatureProbe Probe { get; set; } = null!;

    [Inject] private IOffline Offline { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private string Address => new Uri(Navigation.BaseUri).GetLeftPart(UriPartial.Authority);

    private async Task OpenAccountAsync()
    {
        Close();
        await OnAccount.InvokeAsync();
    }

    /// <summary>What the reader can do something about by coming another way.</summary>
    private Text? Why => found.Contains("secure") ? offline == OfflineState.Untrusted ? SettingsTexts.WhyUntrusted : null : SettingsTexts.WhyInsecure;

    protected override void OnInitialized() => (found, offline) = (Probe.Detect(), Offline.State);
}
