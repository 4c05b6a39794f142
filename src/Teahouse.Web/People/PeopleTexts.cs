namespace Teahouse.Web.People;

public static class PeopleTexts
{
    public static readonly Text LocalTime = new("当地时间", "Local time");
    public static readonly Text ShowLocalTime = new("让别人看到我这里的时间", "Others may see the time where I am");
    public static readonly Text LocalTimeNote = new("你的名片会显示你所在时区的时间（{0}）。不选，就什么也不说。", "Your card then shows the time in your zone ({0}). Otherwise nothing is said of it.");
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
    public static readonly Text Guest = new("访客", "guest");
    public static readonly Text GuestNote = new("访客：只靠一个浏览器记着；30 天不来，名字就让出来。", "A guest: one browser alone keeps who this is, and after 30 days away the name is released.");
    public static readonly Text NoAccount = new("没有账号", "none");
    public static readonly Text SharedRooms = new("共同房间", "Shared rooms");
    public static readonly Text MentionHere = new("在这里提到", "Mention here");
    public static readonly Text Ignore = new("不看此人的消息", "Ignore");
    public static readonly Text Heed = new("重新看此人的消息", "Stop ignoring");
    public static readonly Text IgnoredNote = new("你不看这个人的消息。只有你知道。", "You ignore this person's messages. Only you know.");
    public static readonly Text IgnoredNow = new("不再看 {0} 的消息。只有你知道。", "{0} is ignored now. Only you know.");
    public static readonly Text HeededNow = new("又能看到 {0} 的消息了。", "{0} is not ignored any more.");
    public static readonly Text IgnoredPeople = new("不看的人", "Ignored people");
    public static readonly Text Status = new("我的状态", "Your status");
    public static readonly Text StatusNote = new("别人会看到你离开，以及你写的这句话。消息照样会到。", "Others see that you are away, and these words. Messages reach you all the same.");
    public static readonly Text StatusText = new("你在做什么？", "What are you doing?");
    public static readonly Text StatusEnds = new("什么时候结束", "Ends");
    public static readonly Text EndsNever = new("不自动结束", "Not by itself");
    public static readonly Text EndsHalfHour = new("30 分钟后", "In 30 minutes");
    public static readonly Text EndsHour = new("1 小时后", "In 1 hour");
    public static readonly Text EndsFourHours = new("4 小时后", "In 4 hours");
    public static readonly Text EndsToday = new("今天结束时", "At the end of today");
    public static readonly Text StatusSet = new("设为状态", "Set status");
    public static readonly Text StatusClear = new("我回来了", "I am back");
    public static readonly Text Meeting = new("开会", "In a meeting");
    public static readonly Text Eating = new("吃饭", "Out for lunch");
    public static readonly Text Focusing = new("专心做事", "Focusing");
    public static readonly Text Holiday = new("休假", "On holiday");
    public static readonly Text Chat = new("和 {0} 私聊", "Chat with {0}");
}
