namespace Teahouse.Web.Composer;

public static class CommandTexts
{
    public static readonly Text MeWants = new("做什么", "deed");
    public static readonly Text Me = new("说自己在做什么", "Say what you do");
    public static readonly Text JoinWants = new("房间", "room");
    public static readonly Text Join = new("加入或新建房间", "Join or create a room");
    public static readonly Text MsgWants = new("名字 想说的话", "name words");
    public static readonly Text Msg = new("和一个人私聊", "Chat with one person");
    public static readonly Text AwayWants = new("在做什么", "words");
    public static readonly Text Away = new("说自己离开了", "Say that you are away");
    public static readonly Text Back = new("说自己回来了", "Say that you are back");
    public static readonly Text TopicWants = new("话题", "topic");
    public static readonly Text Topic = new("改房间的话题", "Set the room's topic");
    public static readonly Text Part = new("离开房间", "Leave the room");
}
