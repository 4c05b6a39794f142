namespace Teahouse.Web.Saved;

public static class SavedTexts
{
    public static readonly Text Title = new("收藏的消息", "Saved messages");
    public static readonly Text None = new("还没有收藏。在一条消息的“更多”里可以收藏它。", "Nothing saved yet. “More” beside a message saves it.");
    public static readonly Text Here = new("最多四十条跟着账号到你别的设备；访客的只在这个浏览器里。", "Up to forty follow your account to your other devices; a guest's are in this browser only.");
    public static readonly Text Remove = new("取消收藏", "Remove");
    public static readonly Text Kept = new("已收藏。", "Saved.");
    public static readonly Text NotKept = new("这个浏览器存不下了。", "This browser can keep nothing more.");
}
