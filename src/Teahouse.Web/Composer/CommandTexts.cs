namespace Teahouse.Web.Composer;

public static class CommandTexts
{
    public static readonly Text Title = new("可以用 / 写的命令", "What can be written with a slash");
    public static readonly Text TitleNote = new("写 // 开头的消息就以 / 开头。", "To begin a message with a slash, write //.");
    public static readonly Text InRooms = new("在房间里", "In a room");
    public static readonly Text MeWants = new("做什么", "deed");
    public static readonly Text Me = new("说自己在做什么", "Say what you do");
    public static readonly Text JoinWants = new("房间 [密码]", "room [key]");
    public static readonly Text Join = new("加入或新建房间", "Join or create a room");
    public static readonly Text MsgWants = new("名字 [想说的话]", "name [words]");
    public static readonly Text Msg = new("和一个人私聊", "Chat with one person");
    public static readonly Text NameWants = new("名字", "name");
    public static readonly Text Whois = new("看一个人的名片", "Show who somebody is");
    public static readonly Text AwayWants = new("在做什么", "words");
    public static readonly Text Away = new("说自己离开了", "Say that you are away");
    public static readonly Text Back = new("说自己回来了", "Say that you are back");
    public static readonly Text NickWants = new("新名字", "new name");
    public static readonly Text Nick = new("给自己换个名字", "Take another name");
    public static readonly Text List = new("看服务器上的房间", "Show the server's rooms");
    public static readonly Text SearchWants = new("[词]", "[words]");
    public static readonly Text Search = new("搜索消息", "Search messages");
    public static readonly Text Ignore = new("不看一个人的消息", "Ignore somebody's messages");
    public static readonly Text Unignore = new("重新看一个人的消息", "Stop ignoring somebody");
    public static readonly Text PartWants = new("[说一句]", "[words]");
    public static readonly Text Part = new("离开房间", "Leave the room");
    public static readonly Text TopicWants = new("话题", "topic");
    public static readonly Text Topic = new("改房间的话题", "Set the room's topic");
    public static readonly Text RenameWants = new("新名字", "new name");
    public static readonly Text Rename = new("给房间改名", "Give the room another name");
    public static readonly Text Invite = new("邀请一个人进来", "Invite somebody");
    public static readonly Text KickWants = new("名字 [原因]", "name [reason]");
    public static readonly Text Kick = new("请一个人出房间", "Send somebody out of the room");
    public static readonly Text Ban = new("不让一个人再进来", "Keep somebody out of the room");
    public static readonly Text Unban = new("让一个人可以再进来", "Let somebody in again");
    public static readonly Text Op = new("设为管理员", "Make somebody operator");
    public static readonly Text Deop = new("撤销管理员", "Make somebody no longer operator");
    public static readonly Text Voice = new("给予发言权", "Give somebody voice");
    public static readonly Text Devoice = new("收回发言权", "Take somebody's voice away");
    public static readonly Text Help = new("列出这些命令", "List these commands");
}
