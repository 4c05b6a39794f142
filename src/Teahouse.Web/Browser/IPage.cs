namespace Teahouse.Web.Browser;

/// <summary>The browser's page as a whole.</summary>
public interface IPage
{
    /// <summary>True while the page is visible and has the focus: somebody may be reading.</summary>
    bool IsLookedAt { get; }

    /// <summary>Told when that changes, and when the network is back.</summary>
    event Action<bool>? LookedAtChanged;

    /// <summary>Whether rooms, timeline and members stand side by side.</summary>
    bool IsWide { get; }

    void SetTitle(string title);

    void SetLanguage(string tag);

    /// <param name="theme">"light", "dark" or "system".</param>
    void SetTheme(string theme);

    /// <summary>Takes a one-time token out of the address bar and the history.</summary>
    void ForgetPath();
}
