namespace Teahouse.Web.Welcome;

/// <summary>A new device, on both sides.</summary>
public static class LinkTexts
{
    public static readonly Text FromOther = new("我在另一台设备上已经登录", "I am logged in on another device");
    public static readonly Text Title = new("关联这台设备", "Link this device");
    public static readonly Text Lead = new(
        "在这里显示一个代码，在已经登录的设备上确认，就能以同一个人进来。不需要密码。",
        "This shows a code. Accept it on a device where you are logged in, and you are in as the same person, without a password.");
    public static readonly Text DeviceName = new("这台设备叫什么", "What this device is called");
    public static readonly Text Show = new("显示代码", "Show the code");
    public static readonly Text Asking = new("正在要代码…", "Asking for a code…");
    public static readonly Text Code = new("代码", "Code");
    public static readonly Text How = new(
        "在已经登录的设备上：扫这个二维码，或者打开“设置 → 账号 → 关联新设备”，输入代码。",
        "On a device where you are logged in: scan this picture, or open Settings → Account → Link a new device, and type the code.");
    public static readonly Text Waiting = new("等待确认… 代码在 {0} 之前有效。", "Waiting for that… The code counts until {0}.");
    public static readonly Text Picture = new("带有代码的二维码", "QR code with the code");
    public static readonly Text Refused = new("另一台设备没有同意。", "The other device has refused.");
    public static readonly Text Over = new("代码过期了，请再要一个。", "The code is over; ask for another.");
    public static readonly Text NotAsked = new("没有要到代码：{0}", "There is no code: {0}");

    public static readonly Text LinkNew = new("关联新设备…", "Link a new device…");
    public static readonly Text NewTitle = new("关联新设备", "Link a new device");
    public static readonly Text NewLead = new(
        "在新设备上打开这个页面，选“我在另一台设备上已经登录”，把那里显示的代码写在这里。",
        "Open this page on the new device, choose “I am logged in on another device”, and write here the code that it shows.");
    public static readonly Text Look = new("查看", "Look");
    public static readonly Text Asks = new("“{0}”想进入你的账号 {1}。", "“{0}” wants into your account {1}.");
    public static readonly Text OnlyYours = new(
        "只有它就在你手边、代码是你亲眼看到的，才同意。同意后它能读写你的一切，随时可以在设备列表里移除。",
        "Accept only a device that you have before you, and whose code you have seen on it. It then reads and writes all that is yours, until you remove it from the list of devices.");
    public static readonly Text Accept = new("同意", "Let it in");
    public static readonly Text Refuse = new("不同意", "Refuse");
    public static readonly Text Done = new("“{0}”关联好了。", "“{0}” is linked.");
    public static readonly Text WasRefused = new("没有让它进来。", "It was not let in.");
    public static readonly Text WrongCode = new("没有设备显示这个代码，或者它已经过期。", "No device shows this code, or it is over.");
    public static readonly Text Failed = new("没有成功：{0}", "That did not work: {0}");
}
