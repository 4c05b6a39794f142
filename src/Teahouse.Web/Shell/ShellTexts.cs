using Teahouse.Client;

namespace Teahouse.Web.Shell;

public static class ShellTexts
{
    public static readonly Text Reconnecting = new(
        "连接断开，正在重连… 你写的消息已保存，恢复后按顺序发出。",
        "Connection lost, reconnecting… What you write is kept and goes out in order.");
    public static readonly Text Connecting = new("正在连接…", "Connecting…");
    public static readonly Text Unreachable = new(
        "连不上服务器，正在重试… 你写的消息已保存，恢复后按顺序发出。",
        "The server cannot be reached, trying again… What you write is kept and goes out in order.");
    public static readonly Text Stopped = new("没有连接：{0}", "Not connected: {0}");
    public static readonly Text TryNow = new("立即重试", "Try now");
    public static readonly Text Rooms = new("房间列表", "Rooms");
    public static readonly Text NoTopic = new("还没有话题", "No topic yet");
    public static readonly Text Topic = new("话题", "Topic");
    public static readonly Text Leave = new("离开房间", "Leave room");
    public static readonly Text RoomMenu = new("房间：话题、通知、邀请、离开", "Room: topic, notifications, invitation, leaving");
    public static readonly Text PickRoom = new("选一个房间，或跳到一个新的。", "Pick a room, or jump to a new one.");
    public static readonly Text OwnerDone = new("你现在是这台服务器的主人。", "You are the owner of this server now.");
    public static readonly Text OwnerFailed = new(
        "这个主人链接无效或已经用过：{0}", "This owner link is not valid or was used already: {0}");
    public static readonly Text InvitationOver = new(
        "去 {0} 的邀请已经无效：用完了、过期了，或者被收回了。请对方再发一个。",
        "The invitation to {0} is no longer good: used up, expired or withdrawn. Ask for another one.");
    public static readonly Text Failed = new("{0}：没有成功，{1}。", "{0}: that did not work, {1}.");
    public static readonly Text Unkept = new(
        "这个浏览器现在存不下东西：消息发出之前请不要关闭页面。",
        "This browser can keep nothing now: leave the page open until your messages are sent.");
    public static readonly Text SkipToComposer = new("跳到输入框", "Skip to the message box");

    private static readonly Dictionary<ProblemKind, Text> Problems = new()
    {
        [ProblemKind.Unreachable] = new("连不上服务器", "the server cannot be reached"),
        [ProblemKind.ConnectionLost] = new("连接断开", "the connection broke"),
        [ProblemKind.Silent] = new("服务器没有回应", "the server fell silent"),
        [ProblemKind.TimedOut] = new("等得太久", "it took too long"),
        [ProblemKind.ClosedByServer] = new("服务器关闭了连接", "the server closed the connection"),
        [ProblemKind.ProtocolBroken] = new("对方不是聊天服务器，或说的话听不懂", "what answers does not speak the protocol"),
        [ProblemKind.CertificateUntrusted] = new("证书不受信任", "the certificate is not trusted"),
        [ProblemKind.CertificateWrongName] = new("证书属于另一个名字", "the certificate is for another name"),
        [ProblemKind.CertificateExpired] = new("证书过期或尚未生效", "the certificate is expired or not yet valid"),
        [ProblemKind.CertificateNotPinned] = new("证书和记下的不同", "the certificate is not the one that was pinned"),
        [ProblemKind.TlsFailed] = new("加密连接失败", "the encrypted connection failed"),
        [ProblemKind.NameTaken] = new("名字已经属于别人", "the name belongs to someone else"),
        [ProblemKind.NameInvalid] = new("名字不被允许", "the name is not allowed"),
        [ProblemKind.LoginRefused] = new("登录被拒绝", "the login was refused"),
        [ProblemKind.AccountRequired] = new("需要账号才能进入", "an account is needed to come in"),
        [ProblemKind.RegistrationRefused] = new("服务器不接受新账号", "the server makes no new accounts"),
        [ProblemKind.Banned] = new("服务器禁止了你", "you are banned from this server"),
        [ProblemKind.TryLater] = new("服务器太忙，稍后再试", "the server is busy; try later"),
        [ProblemKind.Refused] = new("服务器没有存下来", "the server did not store it"),
        [ProblemKind.Unknown] = new("不知道是否存下来了", "nobody knows whether it was stored"),
        [ProblemKind.NotAllowed] = new("不能在这里发言", "you may not speak here"),
        [ProblemKind.NoSuchTarget] = new("没有这个房间或人", "there is no such room or person"),
        [ProblemKind.Invalid] = new("写的内容不能发送", "what was written cannot be sent"),
        [ProblemKind.QueueFull] = new("等待发送的太多", "too much waits to be sent"),
        [ProblemKind.Offline] = new("现在没有连接", "there is no connection now"),
    };

    /// <summary>What went wrong, as the end of a sentence.</summary>
    public static Text Of(Problem problem) => RefusalTexts.Find(problem.Code) ?? Problems[problem.Kind];
}
