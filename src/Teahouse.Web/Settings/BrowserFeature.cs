namespace Teahouse.Web.Settings;

/// <summary>Something a browser may or may not do at an address.</summary>
/// <param name="Name">As <c>js/features.js</c> spells it.</param>
public sealed record BrowserFeature(string Name, Text Meaning)
{
    public static readonly IReadOnlyList<BrowserFeature> All =
    [
        new("socket", SettingsTexts.FeatureSocket),
        new("storage", SettingsTexts.FeatureStorage),
        new("database", SettingsTexts.FeatureDatabase),
        new("notifications", SettingsTexts.FeatureNotifications),
        new("clipboard", SettingsTexts.FeatureClipboard),
        new("locks", SettingsTexts.FeatureLocks),
    ];
}
