namespace Teahouse.Web.Messages;

public static class MessageTexts
{
    public static readonly Text Log = new("{0} 的消息", "Messages in {0}");
    public static readonly Text NewMessages = new("以下是新消息", "New messages");
    public static readonly Text ToNow = new("回到最新", "Jump to now");
    public static readonly CountedText NewBelow = new("{0} 条新消息", "{0} new message", "{0} new messages");
    public static readonly Text LoadingOlder = new("正在载入更早的消息…", "Loading older messages…");
    public static readonly Text CatchingUp = new("正在补上错过的消息…", "Fetching what you missed…");
    public static readonly Text Beginning = new("这里是 {0} 的开头", "This is the beginning of {0}");
    public static readonly Text BeginningChat = new("这里是你和 {0} 私聊的开头", "This is the beginning of your chat with {0}");
    public static readonly Text Empty = new("还没有人说话。说点什么吧。", "Nobody has said anything yet. Say something.");
    public static readonly Text Notice = new("通知", "notice");

    public static readonly Text Waiting = new("待发送", "waiting");
    public static readonly Text Sending = new("发送中", "sending");
    public static readonly Text Stored = new("已存", "stored");
    public static readonly Text Sent = new("已发出", "sent");
    public static readonly Text Failed = new("未发出", "not sent");
    public static readonly Text Unconfirmed = new("未确认", "unconfirmed");
    public static readonly Text Retry = new("重试", "Retry");
    public static readonly Text SendAgain = new("再发一次", "Send again");
    public static readonly Text Discard = new("丢弃", "Discard");
    public static readonly Text UnconfirmedWhy = new(
        "连接在确认之前断开了，没人知道对方是否收到。再发一次可能会重复。",
        "The connection broke before the answer: nobody knows whether it arrived. Sending again may double it.");

    public static readonly Text Joined = new("{0}加入", "{0} joined");
    public static readonly Text Left = new("{0}离开", "{0} left");
    public static readonly Text CameAndWent = new("{0}来过", "{0} came and went");
    public static readonly CountedText Others = new("另外 {0} 人", "{0} other", "{0} others");
    public static readonly Text Kicked = new("{1} 被 {0} 请出", "{0} removed {1}");
    public static readonly Text Renamed = new("{0} 改名为 {1}", "{0} is now {1}");
    public static readonly Text TopicSet = new("{0} 把话题改为：{1}", "{0} set the topic: {1}");
    public static readonly Text TopicCleared = new("{0} 清除了话题", "{0} cleared the topic");
    public static readonly Text RankGiven = new("{0} 让 {1} 成为{2}", "{0} made {1} {2}");
    public static readonly Text RankTaken = new("{0} 取消了 {1} 的{2}身份", "{0} took the rank of {2} from {1}");
    public static readonly Text VoiceGiven = new("{0} 让 {1} 可以发言", "{0} gave {1} voice");
    public static readonly Text VoiceTaken = new("{0} 收回了 {1} 的发言权", "{0} took voice from {1}");
    public static readonly Text ModeSet = new("{0} 设置了 {1}", "{0} set {1}");
}
