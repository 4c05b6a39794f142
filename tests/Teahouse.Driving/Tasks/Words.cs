using System.Text.RegularExpressions;

namespace Teahouse.EndToEnd.Tasks;

/// <summary>What stands on the screen, or is said of what is pointed at: all that a stranger knows of the page.</summary>
internal sealed partial record Words(
    string Language, string YourName, string Enter, string MessageBox, string Send, string Sending, string Reply, string ReplyTo, string FindMessages, string WordsToFind,
    string Find, Regex OneFound, string BrowseRooms, string AboutRoom, string Mute, string Close, string Muted, Regex Away, string Waiting, string TryNow)
{
    public static readonly Words English = new(
        "en", "Your name", "Enter", "Message to ", "Send", "sending", "Reply", "Reply to ann", "Search messages", "Words to find",
        "Search", OneMessage(), "Browse or create rooms", "Room: ", "Nothing (mute)", "Close", "muted", AwayLine(), "waiting", "Try now");

    public static readonly Words Chinese = new(
        "zh-CN", "你的名字", "进入", "发到 ", "发送", "发送中", "回复", "回复 ann", "搜索消息", "要找的词",
        "搜索", OneHit(), "浏览或新建房间", "房间：", "静音", "关闭", "已静音", AwaySentence(), "待发送", "立即重试");

    [GeneratedRegex("^1 message found$")]
    private static partial Regex OneMessage();

    [GeneratedRegex("^找到 1 条$")]
    private static partial Regex OneHit();

    [GeneratedRegex("What you write is kept and goes out in order")]
    private static partial Regex AwayLine();

    [GeneratedRegex("你写的消息已保存，恢复后按顺序发出")]
    private static partial Regex AwaySentence();
}
