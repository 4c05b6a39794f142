namespace Teahouse.Web.Notifications;

public static class NotificationTexts
{
    public static readonly Text Title = new("通知", "Notifications");
    public static readonly Text Honest = new(
        "只有在某个标签页里开着茶馆时才会通知；浏览器关掉之后，谁也不会告诉你。错过的消息都在这里等你。",
        "You are told only while Teahouse is open in a tab; once the browser is closed, nobody tells you. What you missed waits here.");
    public static readonly Text TurnOn = new("打开通知", "Turn notifications on");
    public static readonly Text Show = new("显示系统通知", "Show notifications");
    public static readonly Text Denied = new(
        "浏览器不许这个页面发通知。点地址栏左边的图标，可以改成允许。", "The browser does not let this page notify. The sign beside the address lets you allow it.");
    public static readonly Text NoneHere = new("这个浏览器在这个地址不能发系统通知。", "This browser cannot show notifications at this address.");
    public static readonly Text Sound = new("响一声", "Play a sound");
    public static readonly Text NotNow = new("勿扰", "Do not disturb");
    public static readonly Text NotNowNote = new("不通知，也不出声，直到你关掉它。", "No notification and no sound until you turn it off.");
    public static readonly Text Quiet = new("安静时段", "Quiet hours");
    public static readonly Text QuietFrom = new("从几点", "Quiet from");
    public static readonly Text QuietTo = new("到几点", "Quiet until");
    public static readonly Text Words = new("关键词", "Keywords");
    public static readonly Text WordsHint = new("逗号隔开，例如：发布, 值班", "Separated by commas: release, on call");
    public static readonly Text Rule = new("这个房间的通知", "Notify me about");
    public static readonly Text RuleAll = new("所有消息", "Everything");
    public static readonly Text RuleMentions = new("提到我的", "Mentions");
    public static readonly Text RuleNone = new("静音", "Nothing (mute)");
    public static readonly Text Mute = new("静音", "Mute");
    public static readonly Text Unmute = new("取消静音", "Unmute");
    public static readonly Text Muted = new("已静音", "muted");
}
