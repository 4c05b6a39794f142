namespace Teahouse.Web.Welcome;

public static class WelcomeTexts
{
    public static readonly Text Title = new("欢迎来到茶馆", "Welcome to the teahouse");
    public static readonly Text Lead = new("写下你的名字，就可以开始聊天。不需要注册。", "Write your name and start talking. No sign\u2011up needed.");
    public static readonly Text Name = new("你的名字", "Your name");
    public static readonly Text NamePlaceholder = new("例如：陈晓", "For example: Marta");
    public static readonly Text WillBe = new("别人会看到：", "Others will see:");
    public static readonly Text TakeOther = new("用 {0} 进入", "Enter as {0}");
    public static readonly Text ItIsMine = new("这就是我", "That is me");
    public static readonly Text Password = new("密码", "Password");
    public static readonly Text LogIn = new("登录", "Log in");
    public static readonly Text HaveAccount = new("我有账号和密码", "I have an account and a password");
    public static readonly Text NoAccount = new("不登录，直接进入", "Come in without logging in");
    public static readonly Text WrongPassword = new("名字和密码对不上。", "That is not the account's name and password.");
    public static readonly Text Enter = new("进入", "Enter");
    public static readonly Text Entering = new("正在进入…", "Entering…");
    public static readonly Text Kept = new(
        "身份由这个浏览器保管：下次打开，你还是你。", "This browser keeps who you are: next time you are still you.");
    public static readonly Text NotKept = new(
        "这个浏览器不保存数据：关掉页面后，这个名字就不再属于你了。",
        "This browser keeps no data: once the page is closed, the name is no longer yours.");
    public static readonly Text Taken = new(
        "“{0}”已经属于别人，或和别人的名字太像。请换一个名字。",
        "“{0}” belongs to someone else, or looks like someone else's name. Please choose another.");
    public static readonly Text NotAllowed = new(
        "这台服务器不允许“{0}”这个名字。请换一个。", "This server does not allow the name “{0}”. Please choose another.");
    public static readonly Text LoginRefused = new(
        "服务器不再认识这个浏览器的身份（访客 30 天不来会被释放）。请重新选一个名字。",
        "The server no longer knows this browser (guests are released after 30 days away). Please choose a name again.");
    public static readonly Text RegistrationRefused = new(
        "这台服务器现在不接受新访客。请向管理员要一个邀请。", "This server takes no new guests now. Ask its owner for an invitation.");
    public static readonly Text Banned = new("这台服务器拒绝了你的连接。", "This server refuses your connection.");
    public static readonly Text Unreachable = new(
        "连不上服务器，正在重试…", "The server cannot be reached; trying again…");
    public static readonly Text Failed = new("没有成功：{0}", "That did not work: {0}");
}
