namespace Teahouse.Web.Browser;

/// <summary>Notifications of the system, which this browser shows while a tab of the page runs; its tabs show each only once.</summary>
public interface INotifications
{
    /// <summary>"granted", "denied", "default" (nobody was asked yet), or "none": this browser has none at this address.</summary>
    string Permission { get; }

    /// <summary>A notification was clicked: the name of the conversation that it was of.</summary>
    event Action<string>? Opened;

    /// <summary>Has the browser ask the person; only while a click is handled. The answer is as <see cref="Permission"/>.</summary>
    Task<string> AskAsync();

    /// <summary>Tells of something, unless a tab of this browser has told of it, or somebody looks at it there.</summary>
    /// <param name="id">The same in all tabs.</param>
    /// <param name="place">The conversation's name; what is newer takes the place of what was told of it before.</param>
    /// <param name="sound">Whether to be heard, too.</param>
    void Show(string id, string place, string title, string body, bool sound);

    /// <summary>The conversation that is open in this tab; "" for none.</summary>
    void At(string place);

    /// <summary>The sound alone.</summary>
    void Ring();
}
