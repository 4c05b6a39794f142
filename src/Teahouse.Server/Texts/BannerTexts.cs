using System.Globalization;

namespace Teahouse.Server.Texts;

/// <summary>What the start prints, in one language.</summary>
internal sealed record BannerTexts
{
    public required string Running { get; init; }

    public required string WebPage { get; init; }

    public required string FromElsewhere { get; init; }

    public required string IrcTls { get; init; }

    public required string Irc { get; init; }

    public required string Data { get; init; }

    /// <summary>{0}: the port that was wanted, {1}: the one taken instead.</summary>
    public required string PortReplaced { get; init; }

    public required string Authority { get; init; }

    public required string TrustPage { get; init; }

    public required string Clients { get; init; }

    /// <summary>{0}: the address of the authority's certificate.</summary>
    public required string OtherMachines { get; init; }

    /// <summary>Behind WeeChat's option -ssl.</summary>
    public required string NewerWeeChat { get; init; }

    public required string HexChat { get; init; }

    public required string Owner { get; init; }

    public required string OwnerCommand { get; init; }

    public required string Stop { get; init; }

    /// <summary>By the language of the operating system.</summary>
    public static BannerTexts For(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? Chinese : English;

    public static readonly BannerTexts English = new()
    {
        Running = "Teahouse is running.",
        WebPage = "Web page",
        FromElsewhere = "  from elsewhere",
        IrcTls = "IRC over TLS",
        Irc = "IRC on this machine",
        Data = "Data",
        PortReplaced = "Port {0} was taken; {1} is used instead, from now on.",
        Authority = "Fingerprint of this server's certificate authority (SHA-256):",
        TrustPage = "How browsers and telephones are made to trust it:",
        Clients = "How IRC clients on this machine are made to trust it:",
        OtherMachines = "(on other machines: fetch {0} first, compare its fingerprint, and name that file and this machine)",
        NewerWeeChat = "    (from WeeChat 4 on: -tls)",
        HexChat = "start it so:",
        Owner = "Open this link to become the owner of this server. It works once:",
        OwnerCommand = "Log in to your account over IRC and send this to become the owner of this server. It works once:",
        Stop = "Ctrl+C stops the server.",
    };

    public static readonly BannerTexts Chinese = new()
    {
        Running = "Teahouse（茶馆）已启动。",
        WebPage = "网页",
        FromElsewhere = "  从别的设备",
        IrcTls = "IRC（TLS 加密）",
        Irc = "IRC（仅限本机）",
        Data = "数据目录",
        PortReplaced = "端口 {0} 已被占用；从现在起改用 {1}。",
        Authority = "本服务器证书颁发机构（CA）的指纹（SHA-256）：",
        TrustPage = "如何让浏览器和手机信任它：",
        Clients = "如何让本机的 IRC 客户端信任它：",
        OtherMachines = "（在别的机器上：先下载 {0}，核对指纹，然后改用那个文件和本机的名字）",
        NewerWeeChat = "    （WeeChat 4 及更新版本：-tls）",
        HexChat = "这样启动它：",
        Owner = "打开这个链接，您就成为本服务器的所有者。链接只能使用一次：",
        OwnerCommand = "用 IRC 登录您的账号，然后发送下面的命令，您就成为本服务器的所有者。命令只能使用一次：",
        Stop = "按 Ctrl+C 停止服务器。",
    };
}
