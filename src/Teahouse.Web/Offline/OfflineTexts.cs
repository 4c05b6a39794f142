namespace Teahouse.Web.Offline;

public static class OfflineTexts
{
    public static readonly Text Feature = new("没有网络也能打开", "Opening without a network");
    public static readonly Text Preparing = new("正在准备…", "being prepared…");
    public static readonly Text NewVersion = new("页面有了新版本。", "There is a new version of this page.");
    public static readonly Text Take = new("现在换上", "Use it now");

    public static readonly Text WhyUnsupported = new(
        "这个浏览器（或它的隐私窗口）不会把页面留在本地，所以没有网络时打不开它。聊天不受影响。",
        "This browser, or its private window, does not keep pages: without a network this one does not open. Chatting is not affected.");
    public static readonly Text WhyFailed = new(
        "浏览器没能把页面留在本地（也许是空间不够），下次打开时再试。",
        "The browser could not keep the page, perhaps for want of space. The next visit tries again.");

    /// <summary>Why the page does not start without a network, where the address is not to blame; otherwise null.</summary>
    public static Text? Why(OfflineState state) => state switch
    {
        OfflineState.Unsupported => WhyUnsupported,
        OfflineState.Failed => WhyFailed,
        _ => null,
    };
}
