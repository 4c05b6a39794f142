namespace Teahouse.Web.Composer;

public static class ComposerTexts
{
    public static readonly Text Label = new("发到 {0} 的消息", "Message to {0}");
    public static readonly Text Placeholder = new("写给 {0}…", "Write to {0}…");
    public static readonly Text Hint = new("Enter 发送 · Shift+Enter 换行", "Enter sends · Shift+Enter new line");
    public static readonly Text ControlHint = new("Ctrl+Enter 发送 · Enter 换行", "Ctrl+Enter sends · Enter new line");
    public static readonly Text Crowd = new("{0} 行会同时出现在 {1} 个人面前。", "{0} lines will be in front of {1} people at once.");
    public static readonly Text All = new("所有人", "all");
    public static readonly Text Here = new("在线", "here");
    public static readonly Text CallsAll = new("提醒房间里的全部 {0} 人", "Notifies all {0} in the room");
    public static readonly Text CallsHere = new("提醒没有离开的人", "Notifies those who are not away");
    public static readonly Text SendAnyway = new("照样发送", "Send anyway");
    public static readonly Text KeepWriting = new("继续写", "Keep writing");
    public static readonly Text Send = new("发送", "Send");
    public static readonly Text Mention = new("提到某人", "Mention someone");
    public static readonly Text NotJoined = new("你不在这个房间里。", "You are not in this room.");
    public static readonly Text JoinAgain = new("重新加入", "Join again");
    public static readonly Text UnknownCommand = new(
        "没有 {0} 这个命令，/help 列出所有命令。想让消息以 / 开头，请写 //。", "There is no command {0}; /help lists them all. To begin a message with a slash, write //.");
    public static readonly Text NeedsArgument = new("要这样写：{0} {1}", "It is written like this: {0} {1}");
    public static readonly Text NotARoomName = new("“{0}”不能作房间名。", "“{0}” cannot be the name of a room.");
    public static readonly Text NotInARoom = new("{0} 只能在房间里用。", "{0} works in a room only.");
    public static readonly Text QueueFull = new(
        "等着发送的消息太多了。等它们发出去之后再写。", "Too many messages wait to be sent already. Write again when they are through.");
    public static readonly Text ReplyTo = new("回复 {0}", "Reply to {0}");
    public static readonly Text NoReply = new("不回复了", "Do not reply");
    public static readonly Text Suggestions = new("建议", "Suggestions");
    public static readonly CountedText SuggestionCount = new("{0} 条建议，上下键选择，Tab 采用", "{0} suggestion, Tab takes it", "{0} suggestions, arrow keys choose, Tab takes one");
    public static readonly Text TypingOne = new("{0} 正在输入…", "{0} is typing…");
    public static readonly Text TypingMany = new("{0} 正在输入…", "{0} are typing…");
}
