using Teahouse.Web.Browser;

namespace Teahouse.Web.Settings;

/// <summary>What the reader chose for this browser; kept under the keys that <c>js/boot.js</c> reads before the first paint.</summary>
public sealed class Preferences(IDeviceStorage storage, IPage page)
{
    private const string LanguageKey = "language";
    private const string ThemeKey = "theme";

    public event Action? Changed;

    public Language Language { get; private set; }

    public Theme Theme { get; private set; }

    /// <summary>Takes what was kept; without it, the browser's language and the system's theme.</summary>
    public void Load(IEnumerable<string> browserLanguages)
    {
        Language = storage.Read(LanguageKey) is { } tag ? Languages.FirstOf([tag]) : Languages.FirstOf(browserLanguages);
        Theme = Enum.TryParse<Theme>(storage.Read(ThemeKey), ignoreCase: true, out var theme) ? theme : Theme.System;
        page.SetLanguage(Language.Tag());
        page.SetTheme(Name(Theme));
    }

    public void Choose(Language language)
    {
        Language = language;
        storage.Write(LanguageKey, language.Tag());
        page.SetLanguage(language.Tag());
        Changed?.Invoke();
    }

    public void Choose(Theme theme)
    {
        Theme = theme;
        storage.Write(ThemeKey, Name(theme));
        page.SetTheme(Name(theme));
        Changed?.Invoke();
    }

    private static string Name(Theme theme) => theme switch
    {
        Theme.Light => "light",
        Theme.Dark => "dark",
        _ => "system",
    };
}

public enum Theme
{
    System,
    Light,
    Dark,
}
