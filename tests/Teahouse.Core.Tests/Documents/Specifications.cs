using System.Collections.Frozen;

namespace Teahouse.Core.Tests.Documents;

/// <summary>Where it is written down what the tables' rows do.</summary>
internal static class Specifications
{
    private const string Ircv3 = "https://ircv3.net/specs/extensions/";
    private const string Modern = "https://modern.ircdocs.horse/#";
    private const string Rfc2812 = "https://www.rfc-editor.org/rfc/rfc2812#section-";
    private const string Rfc2813 = "https://www.rfc-editor.org/rfc/rfc2813#section-";

    /// <summary>What is Teahouse's own, or has no specification.</summary>
    private const string Own = "operating.md#operators";

    public static readonly FrozenDictionary<string, string> OfCapabilities = new Dictionary<string, string>
    {
        ["account-notify"] = Ircv3 + "account-notify",
        ["account-tag"] = Ircv3 + "account-tag",
        ["away-notify"] = Ircv3 + "away-notify",
        ["batch"] = Ircv3 + "batch",
        ["cap-notify"] = Ircv3 + "capability-negotiation#cap-notify",
        ["chghost"] = Ircv3 + "chghost",
        ["draft/account-registration"] = Ircv3 + "account-registration",
        ["draft/channel-rename"] = Ircv3 + "channel-rename",
        ["draft/chathistory"] = Ircv3 + "chathistory",
        ["draft/event-playback"] = Ircv3 + "chathistory#event-playback",
        ["draft/extended-isupport"] = Ircv3 + "extended-isupport",
        ["draft/message-redaction"] = Ircv3 + "message-redaction",
        ["draft/metadata-2"] = Ircv3 + "metadata",
        ["draft/metadata-3"] = "https://github.com/ircv3/ircv3-specifications/pull/613",
        ["draft/multiline"] = Ircv3 + "multiline",
        ["draft/no-implicit-names"] = Ircv3 + "no-implicit-names",
        ["draft/oper-tag"] = Ircv3 + "oper-tag",
        ["draft/pre-away"] = Ircv3 + "pre-away",
        ["draft/read-marker"] = Ircv3 + "read-marker",
        ["echo-message"] = Ircv3 + "echo-message",
        ["extended-join"] = Ircv3 + "extended-join",
        ["extended-monitor"] = Ircv3 + "extended-monitor",
        ["invite-notify"] = Ircv3 + "invite-notify",
        ["labeled-response"] = Ircv3 + "labeled-response",
        ["message-tags"] = Ircv3 + "message-tags",
        ["multi-prefix"] = Ircv3 + "multi-prefix",
        ["no-implicit-names"] = Ircv3 + "no-implicit-names",
        ["sasl"] = Ircv3 + "sasl-3.2",
        ["server-time"] = Ircv3 + "server-time",
        ["setname"] = Ircv3 + "setname",
        ["soju.im/search"] = "https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md",
        ["standard-replies"] = Ircv3 + "standard-replies",
        ["sts"] = Ircv3 + "sts",
        ["teahouse.chat/once"] = "extensions/once.md",
        ["teahouse.chat/seq"] = "extensions/seq.md",
        ["userhost-in-names"] = Ircv3 + "userhost-in-names",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Commands whose description is not Modern IRC's own section of their name.</summary>
    private static readonly FrozenDictionary<string, string> OfOtherCommands = new Dictionary<string, string>
    {
        ["ACCEPT"] = "https://modern.ircdocs.horse/#user-modes",
        ["AUDIT"] = Own,
        ["AUTHENTICATE"] = Ircv3 + "sasl-3.1",
        ["BATCH"] = Ircv3 + "multiline",
        ["CAP"] = Ircv3 + "capability-negotiation",
        ["CHANSERV"] = Own,
        ["CHATHISTORY"] = Ircv3 + "chathistory",
        ["CS"] = Own,
        ["DIE"] = Rfc2812 + "4.3",
        ["DLINE"] = Own,
        ["HELPOP"] = Modern + "help-message",
        ["ISON"] = Rfc2812 + "4.9",
        ["ISUPPORT"] = Ircv3 + "extended-isupport",
        ["KLINE"] = Own,
        ["MARKREAD"] = Ircv3 + "read-marker",
        ["METADATA"] = Ircv3 + "metadata",
        ["MONITOR"] = Ircv3 + "monitor",
        ["NICKSERV"] = Own,
        ["NS"] = Own,
        ["OWNER"] = Own,
        ["REDACT"] = Ircv3 + "message-redaction",
        ["REGISTER"] = Ircv3 + "account-registration",
        ["RENAME"] = Ircv3 + "channel-rename",
        ["SAJOIN"] = Own,
        ["SAMODE"] = Own,
        ["SAPART"] = Own,
        ["SEARCH"] = "https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md",
        ["SERVER"] = Rfc2813 + "4.1.2",
        ["SERVICE"] = Rfc2812 + "3.1.6",
        ["SERVLIST"] = Rfc2812 + "3.5.1",
        ["SETNAME"] = Ircv3 + "setname",
        ["SQUERY"] = Rfc2812 + "3.5.2",
        ["SUMMON"] = Rfc2812 + "4.5",
        ["TAGMSG"] = Ircv3 + "message-tags",
        ["TRACE"] = Rfc2812 + "3.4.8",
        ["UBAN"] = Own,
        ["UNDLINE"] = Own,
        ["UNKLINE"] = Own,
        ["USERS"] = Rfc2812 + "4.6",
        ["VERIFY"] = Ircv3 + "account-registration",
        ["VERSION"] = Modern + "version-message",
        ["WEBIRC"] = Ircv3 + "webirc",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Commands that Modern IRC describes under their own name.</summary>
    private static readonly FrozenSet<string> OfModern = new[]
    {
        "ADMIN", "AWAY", "CONNECT", "ERROR", "HELP", "INFO", "INVITE", "JOIN", "KICK", "KILL", "LINKS", "LIST", "LUSERS", "MODE", "MOTD", "NAMES", "NICK",
        "NOTICE", "OPER", "PART", "PASS", "PING", "PONG", "PRIVMSG", "QUIT", "REHASH", "RESTART", "SQUIT", "STATS", "TIME", "TOPIC", "USER", "USERHOST",
        "WALLOPS", "WHO", "WHOIS", "WHOWAS",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What has no capability of its own, and by what it shows.</summary>
    public static readonly IReadOnlyList<(string Name, string Shown, string Link)> WithoutCapability =
    [
        ("account-extban", "`ACCOUNTEXTBAN`", Ircv3 + "account-extban"),
        ("answer", "the tag `teahouse.chat/answer`", "extensions/answer.md"),
        ("bot-mode", "`BOT`, `+B`, the tag `bot`", Ircv3 + "bot-mode"),
        ("channel-context", "the tag `+channel-context`", "https://ircv3.net/specs/client-tags/channel-context"),
        ("filehost", "`soju.im/FILEHOST`", "https://codeberg.org/emersion/soju/src/branch/master/doc/ext/filehost.md"),
        ("guest", "the tag `teahouse.chat/guest`, `teahouse.chat/GUEST`", "extensions/guest.md"),
        ("message-ids", "the tag `msgid`", Ircv3 + "message-ids"),
        ("MONITOR", "`MONITOR`", Ircv3 + "monitor"),
        ("mention", "`teahouse.chat/MENTION`, the tag `teahouse.chat/mention`", "extensions/mention.md"),
        ("network-icon", "`draft/ICON`", Ircv3 + "network-icon"),
        ("react, unreact", "the tags `+draft/react` and `+draft/unreact`", "https://ircv3.net/specs/client-tags/react"),
        ("reply", "the tag `+reply`", "https://ircv3.net/specs/client-tags/reply"),
        ("typing", "the tag `+typing`", "https://ircv3.net/specs/client-tags/typing"),
        ("UTF8ONLY", "`UTF8ONLY`", Ircv3 + "utf8-only"),
        ("WebIRC", "`WEBIRC`", Ircv3 + "webirc"),
        ("WebSocket", "listeners with `websocket = true`", Ircv3 + "websocket"),
        ("WHOX", "`WHOX`", Ircv3 + "whox"),
    ];

    /// <summary>Null if nobody has written down where it is described.</summary>
    public static string? OfCommand(string name) =>
        OfModern.Contains(name) ? $"{Modern}{name.ToLowerInvariant()}-message" : OfOtherCommands.GetValueOrDefault(name);

    /// <summary>Names that are no command's any more.</summary>
    public static IEnumerable<string> CommandNames => OfModern.Concat(OfOtherCommands.Keys);
}
