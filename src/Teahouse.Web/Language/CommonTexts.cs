namespace Teahouse.Web;

/// <summary>Words used in more than one place.</summary>
public static class CommonTexts
{
    public static readonly Text Close = new("关闭", "Close");
    public static readonly Text Back = new("返回", "Back");
    public static readonly Text Guest = new("访客", "guest");
    public static readonly Text Online = new("在线", "online");
    public static readonly Text Away = new("离开", "away");
    public static readonly Text Offline = new("离线", "offline");
}
