using System.Collections.Frozen;

namespace Teahouse.Core.Commands;

/// <summary>How each command is written. A test holds that every command has its line.</summary>
internal static class HelpTexts
{
    private static readonly FrozenDictionary<string, string> Lines = new Dictionary<string, string>
    {
        ["ADMIN"] = "ADMIN: who runs this server",
        ["AUDIT"] = "AUDIT ACCOUNT <account or nick>, or AUDIT LOG [<number>]: all about an account, or what operators did; operators only",
        ["AUTHENTICATE"] = "AUTHENTICATE <mechanism or data>: log in to an account by SASL",
        ["AWAY"] = "AWAY [:<message>]: say that you are away, or back",
        ["BATCH"] = "BATCH +<reference> draft/multiline <target>, and BATCH -<reference>: the frame of a message of several lines",
        ["CAP"] = "CAP LS|LIST|REQ|END: negotiate capabilities",
        ["CHANSERV"] = "CHANSERV <command>: the same as PRIVMSG ChanServ :<command>",
        ["CHATHISTORY"] = "CHATHISTORY LATEST|BEFORE|AFTER|AROUND|BETWEEN|TARGETS <target> <reference> ... <limit>: read what was said",
        ["CS"] = "CS <command>: the same as PRIVMSG ChanServ :<command>",
        ["DLINE"] = "DLINE [<minutes>] <address or network> [:<reason>]: ban addresses; operators only",
        ["HELP"] = "HELP [<command>]: this help",
        ["HELPOP"] = "HELPOP [<command>]: this help",
        ["INFO"] = "INFO: about this server",
        ["INVITE"] = "INVITE <nick> <channel>: ask somebody in; without parameters, who asked you",
        ["ISON"] = "ISON <nick> ...: who of these is here",
        ["ISUPPORT"] = "ISUPPORT: what this server supports, also before registration",
        ["JOIN"] = "JOIN <channel>{,<channel>} [<key>{,<key>}]: come into channels; JOIN 0 leaves all",
        ["KICK"] = "KICK <channel> <nick>{,<nick>} [:<reason>]: send somebody out",
        ["KILL"] = "KILL <nick> [:<reason>]: end somebody's connections; operators only",
        ["KLINE"] = "KLINE [<minutes>] <user@host> [:<reason>]: ban who fits the mask; operators only",
        ["LINKS"] = "LINKS: the servers of this network",
        ["LIST"] = "LIST [<name, mask, >users, C>minutes or T>minutes>{,...}]: the channels there are",
        ["LUSERS"] = "LUSERS: how many are here",
        ["METADATA"] = "METADATA <nick, channel or *> GET|LIST|SET|CLEAR|SUB|UNSUB|SUBS|SYNC [<key> ...] [:<value>]: facts about people and channels",
        ["MODE"] = "MODE <channel or your nick> [<modes> [<parameters>]]: show or change modes",
        ["MONITOR"] = "MONITOR +|- <nick>{,<nick>}, or MONITOR C|L|S: be told when somebody comes or goes",
        ["MOTD"] = "MOTD: the message of the day",
        ["NAMES"] = "NAMES <channel>{,<channel>}: who is in there",
        ["NICK"] = "NICK <nick>: change your name",
        ["NICKSERV"] = "NICKSERV <command>: the same as PRIVMSG NickServ :<command>",
        ["NOTICE"] = "NOTICE <target>{,<target>} :<text>: say something that nobody answers automatically",
        ["NS"] = "NS <command>: the same as PRIVMSG NickServ :<command>",
        ["OPER"] = "OPER <name> <password>: become an operator",
        ["OWNER"] = "OWNER <token>: become this server's owner with the token of its first start",
        ["PART"] = "PART <channel>{,<channel>} [:<reason>]: leave channels",
        ["PASS"] = "PASS <password>: the server's password, before anything else",
        ["PING"] = "PING <token>: answered by PONG with the token",
        ["PONG"] = "PONG <token>: answers PING",
        ["PRIVMSG"] = "PRIVMSG <target>{,<target>} :<text>: say something to channels or people",
        ["QUIT"] = "QUIT [:<reason>]: leave",
        ["REGISTER"] = "REGISTER <account or *> <email or *> <password>: make an account",
        ["SETNAME"] = "SETNAME :<name>: change your real name",
        ["STATS"] = "STATS u: how long this server has been up",
        ["TAGMSG"] = "TAGMSG <target>{,<target>}: send tags alone",
        ["TIME"] = "TIME: the server's time",
        ["TOPIC"] = "TOPIC <channel> [:<text>]: show or set the topic",
        ["UBAN"] = "UBAN ADD <address, network, account or mask> [SILENT] [<1d12h>] [:<reason>], UBAN DEL|INFO <target>, UBAN LIST: bans; operators only",
        ["UNDLINE"] = "UNDLINE <address or network>: end a DLINE; operators only",
        ["UNKLINE"] = "UNKLINE <user@host>: end a KLINE; operators only",
        ["USER"] = "USER <username> 0 * :<real name>: who you are, when connecting",
        ["USERHOST"] = "USERHOST <nick> ...: address lines of up to five people",
        ["VERSION"] = "VERSION: what this server runs and supports",
        ["WALLOPS"] = "WALLOPS :<text>: to all who set +w; operators only",
        ["WHO"] = "WHO <channel, nick or mask> [%<fields>]: who matches",
        ["WHOIS"] = "WHOIS <nick>: about somebody",
        ["WHOWAS"] = "WHOWAS <nick> [<count>]: about somebody who was here",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string command) => Lines.GetValueOrDefault(command) ?? command;
}
