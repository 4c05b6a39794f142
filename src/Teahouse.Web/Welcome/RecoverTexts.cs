namespace Teahouse.Web.Welcome;

public static class RecoverTexts
{
    public static readonly Text Forgotten = new("忘了密码？", "Forgot the password?");
    public static readonly Text Title = new("设一个新密码", "Set a new password");
    public static readonly Text Lead = new("设置密码时给过你一个恢复码，用它可以设一个新的。", "With the password you were given a recovery code: it sets a new one.");
    public static readonly Text NoCode = new(
        "恢复码也没有了？在还登录着的设备上可以直接设新密码；或者请管理员给你一个重设链接。",
        "No code either? A device that is still logged in can set a new password; or the server's admin gives you a link.");
    public static readonly Text Setting = new("正在设置…", "Setting…");
    public static readonly Text Wrong = new("名字和恢复码对不上，或者这个码已经用过。", "That is not the account's name and recovery code, or the code was used.");
    public static readonly Text TooOften = new("试得太多了。过一分钟再试。", "That was tried too often. Try again in a minute.");
    public static readonly Text NextCode = new(
        "这是下一个恢复码，只能用一次，不会再显示：请现在抄下来。", "This is the next recovery code. It works once and is not shown again: write it down now.");
    public static readonly Text LogIn = new("我抄好了，登录", "I wrote it down, log in");
}
