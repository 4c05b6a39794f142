namespace Teahouse.Web.People;

public static class PeopleTexts
{
    public static readonly Text People = new("房间里的人", "People in the room");
    public static readonly Text Show = new("显示房间里的人", "Show people in the room");
    public static readonly Text Online = new("在线 · {0}", "Online · {0}");
    public static readonly Text Away = new("离开 · {0}", "Away · {0}");
    public static readonly CountedText Count = new("{0} 人", "{0} person", "{0} people");
    public static readonly Text Founder = new("房主", "founder");
    public static readonly Text Operator = new("管理员", "operator");
    public static readonly Text Voiced = new("可发言", "voiced");
    public static readonly Text You = new("你", "you");
    public static readonly Text Profile = new("{0} 的名片", "Profile of {0}");
    public static readonly Text RealName = new("自称", "Calls itself");
    public static readonly Text Account = new("账号", "Account");
    public static readonly Text NoAccount = new("没有账号", "none");
    public static readonly Text SharedRooms = new("共同房间", "Shared rooms");
    public static readonly Text MentionHere = new("在这里提到", "Mention here");
    public static readonly Text Chat = new("和 {0} 私聊", "Chat with {0}");
}
