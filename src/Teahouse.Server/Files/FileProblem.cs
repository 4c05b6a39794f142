using System.Text.Json;

namespace Teahouse.Server.Files;

/// <summary>A refusal as programs and people read it: https://www.rfc-editor.org/rfc/rfc9457</summary>
/// <param name="Code">What programs look at: the last part of <c>type</c>.</param>
internal sealed record FileProblem(int Status, string Code, string Chinese, string English)
{
    public static readonly FileProblem NoLogin = new(401, "no-login", "请用您的账号登录。", "Log in with your account.");
    public static readonly FileProblem WrongLogin = new(401, "wrong-login", "账号或密码不对。", "That is no account, or not its password.");
    public static readonly FileProblem TooManyLogins = new(429, "too-many-logins", "登录失败太多次，请稍等。", "Too many logins failed: wait a little.");
    public static readonly FileProblem Banned = new(403, "banned", "您已被禁止使用本服务器。", "You are banned from this server.");
    public static readonly FileProblem Elsewhere = new(403, "other-site", "不接受来自其他网站的请求。", "Nothing is taken from other sites.");
    public static readonly FileProblem NotYours = new(403, "not-yours", "这个文件不是您的。", "That file is not yours.");
    public static readonly FileProblem NoLength = new(411, "no-length", "请先说明文件有多大。", "Say how large the file is.");
    public static readonly FileProblem NoOffset = new(400, "no-offset", "请说明从哪里继续。", "Say where it goes on.");
    public static readonly FileProblem NoSuchFile = new(404, "no-such-file", "没有这个文件，或者它已经过期。", "There is no such file, or not any more.");
    public static readonly FileProblem SmallTooLarge = new(413, "small-too-large", "缩略图太大。", "The small picture is too large.");
    public static readonly FileProblem SmallNoPicture = new(415, "small-no-picture", "缩略图必须是 PNG、JPEG 或 WebP。", "A small picture is PNG, JPEG or WebP.");
    public static readonly FileProblem Broken = new(507, "broken", "服务器现在无法保存文件。", "The server cannot keep files just now.");

    public static FileProblem Of(FileRefusal refusal) => refusal switch
    {
        FileRefusal.TooLarge => new(413, "too-large", "文件太大。", "The file is too large."),
        FileRefusal.TypeNotTaken => new(415, "type-not-taken", "这里不接受这种文件。", "Files of this type are not taken here."),
        FileRefusal.NotOfItsType => new(415, "not-of-its-type", "文件内容和它的类型不符。", "The file is not of the type that it was said to be."),
        FileRefusal.AccountFull => new(507, "account-full", "您的文件已占满配额，请删除一些。", "Your files take all the room you have: delete some."),
        FileRefusal.AllFull => new(507, "all-full", "服务器上的文件空间已用完。", "All the room for files on this server is taken."),
        FileRefusal.DiskFull => new(507, "disk-full", "服务器磁盘空间不足。", "The server's disk is too full for files."),
        FileRefusal.Busy => new(409, "busy", "这个文件正在上传。", "This file is being uploaded just now."),
        FileRefusal.ElsewhereThan => new(409, "elsewhere", "继续的位置不对。", "It goes on elsewhere."),
        FileRefusal.MoreThanSaid => new(400, "more-than-said", "内容比说明的多。", "More came than was said."),
        _ => NoSuchFile,
    };

    public async Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        // A browser's own page says credentials by itself; a person who opens a link is asked for them.
        if (Status == 401) response.Headers.WWWAuthenticate = "Basic realm=\"Teahouse\", charset=\"UTF-8\"";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        using var json = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "urn:teahouse:file:" + Code);
            writer.WriteString("title", $"{Chinese} {English}");
            writer.WriteNumber("status", Status);
            writer.WriteEndObject();
        }
        await response.Body.WriteAsync(json.GetBuffer().AsMemory(0, (int)json.Length), context.RequestAborted);
    }
}
