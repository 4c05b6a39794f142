using Teahouse.Web.Browser;

namespace Teahouse.Web.Settings;

/// <summary>What the reader chose for this browser; kept under the keys that <c>js/boot.js</c> reads before the first paint.</summary>
public sealed class Preferences(IDeviceStorage storage, IPage page)
{
    private const string LanguageKey = "language";
    private const string ThemeKey = "theme";
    private const string SendKeyKey = "send-key";
    private const string DensityKey = "density";

    /// <summary>What the storage holds of them.</summary>
    public static readonly string[] Keys = [LanguageKey, ThemeKey, SendKeyKey, DensityKey];

    private string[] _browserLanguages = [];

    public event Action? Changed;

    public Language Language { get; private set; }

    public Theme Theme { get; private set; }

    public Density Density { get; private set; }

    public SendKey SendKey { get; private set; }

    /// <summary>Takes what was kept; without it, the browser's language and the system's theme. What another tab chooses later holds here too.</summary>
    public void Load(IEnumerable<string> browserLanguages)
    {
        _browserLanguages = [.. browserLanguages];
        Read();
        storage.ChangedElsewhere += key =>
        {
            if (key is not (LanguageKey or ThemeKey or DensityKey or SendKeyKey)) return;
            Read();
            Changed?.Invoke();
        };
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

    public void Choose(Density density)
    {
        Density = density;
        storage.Write(DensityKey, Name(density));
        page.SetDensity(Name(density));
        Changed?.Invoke();
    }

    public void Choose(SendKey key)
    {
        SendKey = key;
        storage.Write(SendKeyKey, key == SendKey.ControlEnter ? "ctrl-enter" : "enter");
        Changed?.Invoke();
    }

    private void Read()
    {
        Language = storage.Read(LanguageKey) is { } tag ? Languages.FirstOf([tag]) : Languages.FirstOf(_browserLanguages);
        Theme = Enum.TryParse<Theme>(storage.Read(ThemeKey), ignoreCase: true, out var theme) ? theme : Theme.System;
        SendKey = storage.Read(SendKeyKey) == "ctrl-enter" ? SendKey.ControlEnter : SendKey.Enter;
        page.SetLanguage(Language.Tag());
        Density = storage.Read(DensityKey) == Name(Density.Compact) ? Density.Compact : Density.Comfortable;
        page.SetTheme(Name(Theme));
        page.SetDensity(Name(Density));
    }

    private static string Name(Density density) => density == Density.Compact ? "compact" : "comfortable";

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

/// <summary>How much stands on a screen.</summary>
public enum Density
{
    Comfortable,
    Compact,
}

/// <summary>What sends what was written; an input method's Enter never does.</summary>
public enum SendKey
{
    Enter,
    /// <summary>With Ctrl (or the Mac's command key); Enter alone begins a new line.</summary>
    ControlEnter,
}
