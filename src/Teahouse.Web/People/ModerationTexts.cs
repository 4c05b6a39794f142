namespace Teahouse.Web.People;

public static class ModerationTexts
{
    public static readonly Text InRoom = new("在 {0} 里", "In {0}");
    public static readonly Text More = new("可以对 {0} 做什么", "What can be done with {0}");
    public static readonly Text GiveVoice = new("给予发言权", "Give voice");
    public static readonly Text TakeVoice = new("收回发言权", "Take voice away");
    public static readonly Text MakeOperator = new("设为管理员", "Make operator");
    public static readonly Text TakeOperator = new("撤销管理员", "No longer operator");
    public static readonly Text Kick = new("请出房间…", "Kick…");
    public static readonly Text Ban = new("禁止进入…", "Ban…");
    public static readonly Text ReallyKick = new("请出", "Kick");
    public static readonly Text ReallyBan = new("禁止", "Ban");
    public static readonly Text KickNote = new("{0} 会离开房间，可以再回来。", "{0} leaves the room and may come back.");
    public static readonly Text BanNote = new("{0} 会离开房间，解除之前不能再进来。", "{0} leaves the room and cannot come back until you allow it.");
    public static readonly Text Reason = new("原因（可不写，大家都会看到）", "Reason (everybody sees it; may be empty)");
    public static readonly Text Cancel = new("不了", "Cancel");
    public static readonly Text Bans = new("禁止进入的人", "Banned people");
    public static readonly Text NoBans = new("没有人被禁止进入。", "Nobody is banned.");
    public static readonly Text Loading = new("正在取名单…", "Fetching the list…");
    public static readonly Text BannedBy = new("由 {0} · {1}", "by {0} · {1}");
    public static readonly Text Unban = new("解除", "Unban");
    public static readonly Text UnbanWho = new("解除 {0}", "Unban {0}");
    public static readonly Text AskIn = new("邀请一个人", "Invite somebody");
    public static readonly Text AskInName = new("对方的名字", "Their name");
    public static readonly Text AskInButton = new("邀请", "Invite");
    public static readonly Text AskedIn = new("已经邀请 {0}。", "{0} was invited.");
    public static readonly Text Invited = new("{0} 邀请你进入 {1}。", "{0} invites you to {1}.");
    public static readonly Text Failed = new("没有成功：{0}。", "That did not work: {0}.");
    public static readonly Text Banned = new("{0} 禁止 {1} 进入", "{0} banned {1}");
    public static readonly Text Unbanned = new("{0} 解除了对 {1} 的禁止", "{0} unbanned {1}");
}
