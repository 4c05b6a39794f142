namespace Teahouse.Web.Browser;

/// <summary>Keeps a scrolling timeline where its reader is.</summary>
public interface ITimelineScroll
{
    /// <param name="id">The scrolling element; its first child holds the rows.</param>
    /// <param name="atBottom">Told when the reader reaches or leaves the end.</param>
    /// <param name="wantsOlder">Told, often, while the reader is near the top.</param>
    /// <param name="wantsNewer">Told, often, while the reader is near the end of a page that does not follow the timeline.</param>
    void Attach(string id, Action<bool> atBottom, Action wantsOlder, Action wantsNewer);

    /// <summary>Another conversation was drawn: go to its unread line, or to its end.</summary>
    void Begin(string id);

    /// <summary>Scrolls to the end, visibly.</summary>
    void ToBottom(string id);

    /// <summary>Goes to the line above the first unread message.</summary>
    void ToUnread(string id);

    /// <summary>Stays at the end from now on: the reader wrote something.</summary>
    void Pin(string id);

    void Detach(string id);
}
