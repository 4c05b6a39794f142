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

    /// <summary>A sign on the tab's icon, and where the page is installed the number on that of the program.</summary>
    /// <param name="forMe">How many messages are for the reader.</param>
    /// <param name="isAny">Whether anything at all is unread.</param>
    void SetBadge(int forMe, bool isAny);

    void SetLanguage(string tag);

    /// <param name="theme">"light", "dark" or "system".</param>
    void SetTheme(string theme);

    /// <param name="density">"comfortable" or "compact".</param>
    void SetDensity(string density);

    /// <summary>Gives the person a file to keep.</summary>
    void Download(string name, string text);

    /// <summary>Takes a one-time token out of the address bar and the history.</summary>
    void ForgetPath();

    /// <summary>What a device like this one is called; may be empty.</summary>
    string DeviceName { get; }
}
