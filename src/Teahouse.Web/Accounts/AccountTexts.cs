namespace Teahouse.Web.Accounts;

public static class AccountTexts
{
    public static readonly Text Title = new("账号和设备", "Account and devices");
    public static readonly Text Open = new("账号、密码、设备…", "Account, password, devices…");
    public static readonly Text Password = new("密码", "Password");
    public static readonly Text PasswordNote = new(
        "有了密码，就能从别的浏览器和 IRC 程序进入，名字也不会再被释放。",
        "With a password you can come in from other browsers and IRC programs, and the name is not released any more.");
    public static readonly Text NewPassword = new("新密码", "New password");
    public static readonly Text SetPassword = new("设置密码", "Set password");
    public static readonly Text PasswordSet = new("密码已设置。", "The password is set.");
    public static readonly Text RecoveryCode = new("恢复码", "Recovery code");
    public static readonly Text RecoveryNote = new(
        "忘记密码时，用它可以设一个新的，只能用一次。它不会再显示：请现在抄下来。",
        "If the password is ever forgotten, this sets a new one, once. It is not shown again: write it down now.");
    public static readonly Text WeakPassword = new("密码太短。", "The password is too short.");
    public static readonly Text OddPassword = new(
        "密码不能以空格开头或结尾，也不能有连着的空格。", "A password neither begins nor ends with a space, and has no two together.");
    public static readonly Text NotSet = new("没有设置成功：{0}", "It was not set: {0}");
    public static readonly Text Devices = new("设备", "Devices");
    public static readonly Text DevicesNote = new(
        "每个浏览器有自己的钥匙。撤销之后，那台设备立刻退出，再也进不来。",
        "Each browser has a key of its own. One that is revoked is out at once, and comes in no more.");
    public static readonly Text Loading = new("正在取设备列表…", "Fetching the devices…");
    public static readonly Text Since = new("自 {0}，最近 {1}", "since {0}, last used {1}");
    public static readonly Text Unnamed = new("没有名字的设备", "unnamed device");
    public static readonly Text Rename = new("改名", "Rename");
    public static readonly Text DeviceName = new("设备的名字", "Name of the device");
    public static readonly Text Revoke = new("撤销", "Revoke");
    public static readonly Text ReallyRevoke = new("真的撤销", "Really revoke");
    public static readonly Text TheLastKey = new("没有撤销：它是进入账号的唯一办法。先设一个密码。", "Not revoked: it is the only way into the account. Set a password first.");
    public static readonly Text Export = new("导出我的数据", "Export my data");
    public static readonly Text ExportNote = new("一个 JSON 文件：账号、设备、房间、收藏，和服务器上你写过的消息。", "A JSON file: account, devices, rooms, saved messages, and what you wrote that is on the server.");
    public static readonly Text Exporting = new("正在收集…", "Collecting…");
    public static readonly CountedText Exported = new("已导出，含 {0} 条消息。", "Exported, with {0} message.", "Exported, with {0} messages.");
    public static readonly Text ExportFailed = new("没有导出：{0}。", "Not exported: {0}.");
    public static readonly Text LogOut = new("退出登录", "Log out");
    public static readonly Text LogOutNote = new(
        "这个浏览器忘掉你是谁，也忘掉草稿和收藏，并从设备列表中去掉。用名字和密码可以再进来。",
        "This browser forgets who you are, your drafts and what you saved, and leaves the list of devices. Name and password let you in again.");
    public static readonly Text LogOutGuest = new(
        "你还没有密码：退出之后，谁也不能再用这个账号进来。想回来，就先在上面设一个密码。",
        "You have no password yet: once you log out, nobody can come in with this account again. To come back, set a password above first.");
    public static readonly Text ReallyLogOut = new("真的退出", "Really log out");
    public static readonly Text Remove = new("删除账号", "Delete account");
    public static readonly Text RemoveNote = new(
        "账号、设备和名字永远消失。你说过的话仍留在别人的房间里；想去掉的，请先撤回。",
        "The account, its devices and its name are gone for good. What you said stays in the rooms; take back first what should not.");
    public static readonly Text RemoveConfirm = new("写下 {0} 来确认", "Write {0} to confirm");
    public static readonly Text ReallyRemove = new("永远删除", "Delete for good");
    public static readonly Text NotRemoved = new("没有删除：{0}。", "Not deleted: {0}.");
    public static readonly Text NoAccount = new("你没有账号。", "You have no account.");
}
