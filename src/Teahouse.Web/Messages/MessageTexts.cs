namespace Teahouse.Web.Messages;

public static class MessageTexts
{
    public static readonly Text Log = new("{0} 的消息", "Messages in {0}");
    public static readonly Text NewMessages = new("以下是新消息", "New messages");
    public static readonly Text ToNow = new("回到最新", "Jump to now");
    public static readonly CountedText NewBelow = new("{0} 条新消息", "{0} new message", "{0} new messages");
    public static readonly Text ToFirstUnread = new("第一条未读", "First unread");
    public static readonly Text LoadingOlder = new("正在载入更早的消息…", "Loading older messages…");
    public static readonly Text CatchingUp = new("正在补上错过的消息…", "Fetching what you missed…");
    public static readonly Text Beginning = new("这里是 {0} 的开头", "This is the beginning of {0}");
    public static readonly Text BeginningChat = new("这里是你和 {0} 私聊的开头", "This is the beginning of your chat with {0}");
    public static readonly Text Empty = new("还没有人说话。说点什么吧。", "Nobody has said anything yet. Say something.");
    public static readonly CountedText HiddenOne = new("你不看的人说了 {0} 句话", "{0} message of a person you ignore", "{0} messages of people you ignore");
    public static readonly Text Reveal = new("看看", "Show");
    public static readonly Text MarkUnread = new("从这里标为未读", "Mark unread from here");
    public static readonly Text Save = new("收藏", "Save");
    public static readonly Text Unsave = new("取消收藏", "Remove from saved");
    public static readonly Text Uncalled = new(
        "没有提醒大家：大房间里只有管理员可以，一分钟一次。", "Nobody was notified: in large rooms only operators may, once a minute.");
    public static readonly Text Notice = new("通知", "notice");

    public static readonly Text Acts = new("这条消息", "This message");
    public static readonly Text Reply = new("回复", "Reply");
    public static readonly Text React = new("回应", "React");
    public static readonly Text More = new("更多", "More");
    public static readonly Text Reactions = new("回应", "Reactions");
    public static readonly Text ReactionBy = new("{0}，来自{1}", "{0} by {1}");
    public static readonly Text CopyText = new("复制文字", "Copy text");
    public static readonly Text Pick = new("选择几条…", "Select several…");
    public static readonly Text PickSome = new("点消息来选择", "Tap messages to select them");
    public static readonly CountedText PickedCount = new("已选 {0} 条", "{0} message selected", "{0} messages selected");
    public static readonly Text PickedActs = new("选中的消息", "Selected messages");
    public static readonly Text CopyPicked = new("复制", "Copy");
    public static readonly Text PickNoMore = new("取消", "Cancel");
    public static readonly Text CopyLink = new("复制链接", "Copy link");
    public static readonly Text Copied = new("已复制。", "Copied.");
    public static readonly Text NotCopied = new("浏览器不让复制。", "The browser does not allow copying.");
    public static readonly Text TakeBack = new("撤回", "Take back");
    public static readonly Text YouTookBack = new("你撤回了一条消息", "You took back a message");
    public static readonly Text TookBack = new("{0} 撤回了一条消息", "{0} took back a message");
    public static readonly Text TookBackOf = new("{0} 撤回了 {1} 的一条消息", "{0} took back a message of {1}");
    public static readonly Text WriteAgain = new("重新编辑", "Write again");
    public static readonly Text ReplyTo = new("回复 {0}", "In reply to {0}");
    public static readonly Text OlderMessage = new("一条更早的消息", "an older message");
    public static readonly Text GoneShort = new("已撤回", "taken back");
    public static readonly Text Keys = new(
        "上下箭头在消息之间移动，按住 Shift 选中几条，R 回复，E 回应，M 更多，Esc 回到输入框", "Arrow up and down move between messages, with Shift they select several, R replies, E reacts, M has more, Escape returns to the message box");

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
    public static readonly Text RoomRenamed = new("{0} 把房间改名为 {1}", "{0} renamed the room to {1}");
    public static readonly Text TopicSet = new("{0} 把话题改为：{1}", "{0} set the topic: {1}");
    public static readonly Text TopicCleared = new("{0} 清除了话题", "{0} cleared the topic");
    public static readonly Text RankGiven = new("{0} 让 {1} 成为{2}", "{0} made {1} {2}");
    public static readonly Text RankTaken = new("{0} 取消了 {1} 的{2}身份", "{0} took the rank of {2} from {1}");
    public static readonly Text VoiceGiven = new("{0} 让 {1} 可以发言", "{0} gave {1} voice");
    public static readonly Text VoiceTaken = new("{0} 收回了 {1} 的发言权", "{0} took voice from {1}");
    public static readonly Text ModeSet = new("{0} 设置了 {1}", "{0} set {1}");
}
