namespace Teahouse.Web.Rooms;

public static class RoomTexts
{
    public static readonly Text Navigation = new("房间和私聊", "Rooms and chats");
    public static readonly Text Jump = new("跳到房间或人…", "Jump to a room or person…");
    public static readonly Text JumpTitle = new("跳到房间或人", "Jump to a room or person");
    public static readonly Text JumpHint = new("输入房间名或人名", "Name of a room or person");
    public static readonly Text Unread = new("未读", "Unread");
    public static readonly Text Rooms = new("房间", "Rooms");
    public static readonly Text Chats = new("私聊", "Direct chats");
    public static readonly Text JoinRoom = new("加入或新建房间 {0}", "Join or create room {0}");
    public static readonly Text ChatWith = new("和 {0} 私聊", "Chat with {0}");
    public static readonly Text NothingFound = new("没有找到", "Nothing found");
    public static readonly CountedText UnreadCount = new("{0} 条未读", "{0} unread message", "{0} unread messages");
    public static readonly CountedText MentionCount = new("{0} 条找你", "{0} message for you", "{0} messages for you");
    public static readonly Text NotJoined = new("不在房间里", "not joined");
    public static readonly Text Settings = new("设置", "Settings");
    public static readonly Text Connecting = new("正在连接…", "Connecting…");
    public static readonly Text GuestOnline = new("访客 · 在线", "Guest · online");
    public static readonly Text NoChats = new("点一个人的名字，就能私聊。", "Click a person to chat in private.");
}
