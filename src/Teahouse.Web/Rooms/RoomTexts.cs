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
    public static readonly Text Directory = new("房间目录", "Rooms on this server");
    public static readonly Text Browse = new("浏览或新建房间", "Browse or create rooms");
    public static readonly Text FilterHint = new("找房间，或给新房间起名", "Find a room, or name a new one");
    public static readonly Text CreateRoom = new("新建房间 {0}", "Create room {0}");
    public static readonly Text CreateNote = new("你会是房主", "You will be its founder");
    public static readonly Text Listing = new("正在取房间目录…", "Fetching the rooms…");
    public static readonly Text ListFailed = new("没有取到目录：{0}。", "The rooms could not be fetched: {0}.");
    public static readonly CountedText RoomCount = new("{0} 个公开的房间", "{0} public room", "{0} public rooms");
    public static readonly Text IsIn = new("已在其中", "joined");
    public static readonly Text Join = new("加入", "Join");
    public static readonly Text SaveTopic = new("保存话题", "Save topic");
    public static readonly Text NotYours = new("只有管理员能改", "only operators may change it");
    public static readonly Text Invite = new("邀请链接", "Invitation link");
    public static readonly Text InviteNote = new(
        "打开链接的人直接进入这个房间。", "Whoever opens the link comes straight into this room.");
    public static readonly Text InviteTime = new("有效多久", "Valid for");
    public static readonly Text InviteUses = new("能用几次", "How many may use it");
    public static readonly Text OneDay = new("1 天", "1 day");
    public static readonly Text OneWeek = new("7 天", "7 days");
    public static readonly Text OneMonth = new("30 天", "30 days");
    public static readonly Text OnePerson = new("1 人", "1 person");
    public static readonly Text TenPeople = new("10 人", "10 people");
    public static readonly Text HundredPeople = new("100 人", "100 people");
    public static readonly Text MakeLink = new("生成链接", "Make a link");
    public static readonly Text Copy = new("复制", "Copy");
    public static readonly Text InviteFailed = new("没有生成链接。{0}", "No link was made. {0}");
    public static readonly Text RowMenu = new("{0}：移动、静音、隐藏", "{0}: move, mute, hide");
    public static readonly Text MoveUp = new("上移", "Move up");
    public static readonly Text MoveDown = new("下移", "Move down");
    public static readonly Text Moved = new("{0} 现在是第 {1} 个，共 {2} 个", "{0} is now {1} of {2}");
    public static readonly Text Hide = new("从列表里隐藏", "Hide from the list");
    public static readonly Text HiddenNow = new("已隐藏 {0}。有人找你时它会再出现。", "{0} is hidden. It comes back when somebody calls you there.");
    public static readonly CountedText Hidden = new("{0} 个隐藏的", "{0} hidden", "{0} hidden");
    public static readonly Text NoChats = new("点一个人的名字，就能私聊。", "Click a person to chat in private.");
}
