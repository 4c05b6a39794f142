namespace Teahouse.Web.Settings;

public static class SettingsTexts
{
    public static readonly Text Title = new("设置", "Settings");
    public static readonly Text Appearance = new("外观", "Appearance");
    public static readonly Text Light = new("浅色", "Light");
    public static readonly Text Dark = new("深色", "Dark");
    public static readonly Text System = new("跟随系统", "System");
    public static readonly Text LanguageTitle = new("语言", "Language");
    public static readonly Text DensityTitle = new("消息的疏密", "Messages");
    public static readonly Text Comfortable = new("舒适", "Comfortable");
    public static readonly Text Compact = new("紧凑", "Compact");
    public static readonly Text SendTitle = new("用什么键发送", "Key that sends");
    public static readonly Text SendNote = new("输入法组字时的 Enter 从不发送。", "An input method's own Enter never sends.");
    public static readonly Text You = new("你", "You");
    public static readonly Text GuestNote = new(
        "你是访客：身份由这个浏览器保管。30 天不来，名字会被释放。",
        "You are a guest: this browser keeps who you are. After 30 days away the name is released.");
    public static readonly Text AccountNote = new("你已登录账号 {0}。", "You are logged in as {0}.");
    public static readonly Text ThisBrowser = new("这个浏览器在这个地址能做什么", "What this browser can do at this address");
    public static readonly Text Address = new("地址：{0}", "Address: {0}");
    public static readonly Text Works = new("可用", "works");
    public static readonly Text Missing = new("不可用", "not available");
    public static readonly Text WhyInsecure = new(
        "这个地址没有加密，浏览器因此关掉了一些功能。请改用 https:// 开头的地址。",
        "This address is not encrypted, so the browser turns some features off. Use the address that begins with https://.");
    public static readonly Text WhyUntrusted = new(
        "浏览器不信任这台服务器的证书，因此关掉了一些功能。装上它的证书机构就好。",
        "The browser does not trust this server's certificate, so some features are off. Installing its authority helps.");
    public static readonly Text TrustLink = new("怎样安装", "How to install it");

    public static readonly Text FeatureStorage = new("记住你是谁", "Remembering who you are");
    public static readonly Text FeatureDatabase = new("在本地保存消息", "Keeping messages on this device");
    public static readonly Text FeatureSocket = new("实时连接", "Live connection");
    public static readonly Text FeatureNotifications = new("系统通知", "Notifications");
    public static readonly Text FeatureClipboard = new("复制按钮", "Copy buttons");
    public static readonly Text FeatureLocks = new("多个标签页配合", "Several tabs working together");
}
