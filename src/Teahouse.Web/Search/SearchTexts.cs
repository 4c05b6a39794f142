namespace Teahouse.Web.Search;

public static class SearchTexts
{
    public static readonly Text Title = new("搜索消息", "Search messages");
    public static readonly Text Words = new("要找的词", "Words to find");
    public static readonly Text Search = new("搜索", "Search");
    public static readonly Text Where = new("范围", "Where");
    public static readonly Text Everywhere = new("所有房间和私聊", "All rooms and chats");
    public static readonly Text From = new("谁说的", "Who said it");
    public static readonly Text Anybody = new("任何人", "Anybody");
    public static readonly Text After = new("从哪天", "From day");
    public static readonly Text Before = new("到哪天", "To day");
    public static readonly Text Nothing = new("没有找到。换个词，或放宽范围。", "Nothing found. Try another word, or look in more places.");
    public static readonly Text Begin = new(
        "一个字也能找。按人、房间和日期缩小范围。", "A single character is enough. Narrow it down by person, room and day.");
    public static readonly Text NeedsMore = new("写一个词，或选一个人或日期。", "Give a word, a person or a day.");
    public static readonly Text Searching = new("正在找…", "Searching…");
    public static readonly Text Failed = new("没有搜成：{0}。", "The search did not work: {0}.");
    public static readonly Text NotUnderstood = new("服务器不认识这个条件", "the server does not understand the question");
    public static readonly CountedText Found = new("找到 {0} 条", "{0} message found", "{0} messages found");
    public static readonly Text OnThisDevice = new("（没有连接：只找了这台设备上保存的）", " (no connection: only what is kept on this device)");
    public static readonly Text GoToDay = new("跳到这一天", "Go to a day");
    public static readonly Text Go = new("跳过去", "Go");
    public static readonly Text NoDay = new("从那天起没有人说过话。", "Nothing was said on that day or after it.");
    public static readonly Text LaterDay = new("那天没有人说话，这是之后的第一条。", "Nothing was said that day; this is what came first after it.");
    public static readonly Text Calls = new("回复我和提到我的", "Replies and mentions");
    public static readonly CountedText CallsFound = new("{0} 条回复你或提到你", "{0} message answers or names you", "{0} messages answer or name you");
    public static readonly Text NoCalls = new("还没有人回复你或提到你。", "Nobody has answered or named you yet.");
    public static readonly Text Gone = new("这条消息已经不在了。", "This message is not there any more.");
}
