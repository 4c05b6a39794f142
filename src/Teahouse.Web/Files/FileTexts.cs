namespace Teahouse.Web.Files;

public static class FileTexts
{
    public static readonly Text Attach = new("发送文件", "Send a file");
    public static readonly Text Tray = new("正在发送的文件", "Files on their way");
    public static readonly Text AskPaste = new("这段文字很长。作为文件发送？", "That is a long text. Send it as a file?");
    public static readonly Text AsFile = new("作为文件发送", "Send as a file");
    public static readonly Text AsText = new("保留为文字", "Keep as text");
    public static readonly Text Cancel = new("取消发送 {0}", "Cancel {0}");
    public static readonly Text Again = new("再试一次", "Try again");
    public static readonly Text Progress = new("{0}，共 {1}", "{0} of {1}");
    public static readonly Text Interrupted = new("网络断了，连上后会继续", "No network; it goes on when it is back");
    public static readonly Text Picture = new("图片 {0}", "Picture {0}");
    public static readonly Text Film = new("视频 {0}", "Video {0}");
    public static readonly Text Sound = new("音频 {0}", "Audio {0}");
    public static readonly Text Drop = new("松开鼠标，文件会发到这里", "Drop the files to send them here");

    private static readonly Text Refused = new("服务器没有收下这个文件。", "The server did not take this file.");

    private static readonly Dictionary<string, Text> Refusals = new()
    {
        ["too-large"] = new("文件太大，这里不收。可以压缩后再发。", "The file is larger than is taken here. Make it smaller and send it again."),
        ["type-not-taken"] = new("这里不收这种文件。", "Files of this type are not taken here."),
        ["not-of-its-type"] = new("文件内容和它的类型不符。", "The file is not what its name says."),
        ["account-full"] = new("你的文件空间满了。撤回带文件的旧消息可以腾出空间。", "Your files take all the room you have. Taking back old messages with files makes room."),
        ["all-full"] = new("服务器上放文件的空间满了。请告诉管理员。", "The server has no room left for files. Tell its admin."),
        ["disk-full"] = new("服务器的磁盘快满了。请告诉管理员。", "The server's disk is nearly full. Tell its admin."),
        ["wrong-login"] = new("服务器不认得这个登录。请重新登录。", "The server does not know this login. Log in again."),
        ["no-login"] = new("服务器不认得这个登录。请重新登录。", "The server does not know this login. Log in again."),
        ["no-such-file"] = new("发送中断得太久，请再试一次。", "It was interrupted for too long. Try again."),
    };

    /// <summary>For the server's word.</summary>
    public static Text Of(string why) => Refusals.GetValueOrDefault(why, Refused);
}
