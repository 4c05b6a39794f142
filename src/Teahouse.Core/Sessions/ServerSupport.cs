using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Hosting;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>What 005 says. https://modern.ircdocs.horse/#rplisupport-005</summary>
internal static class ServerSupport
{
    public const string ChannelModes = "b,k,l,imnst";
    public const string ChannelModeLetters = "biklmnostv";
    public const string ChannelModesWithParameter = "bklov";

    public static ImmutableArray<ImmutableArray<string>> Lines(ServerOptions options)
    {
        var limits = options.Limits;
        List<string> tokens =
        [
            Token("AWAYLEN", limits.AwayLength), "BOT=B", "CASEMAPPING=ascii", Token("CHANLIMIT", limits.ChannelsPerUser, "#:"),
            "CHANMODES=" + ChannelModes, Token("CHANNELLEN", limits.ChannelLength), "CHANTYPES=#", "ELIST=CMNTU",
            Token("KICKLEN", limits.KickLength), Token("MAXLIST", limits.ChannelListEntries, "b:"), "MODES=20", Token("MONITOR", limits.MonitorEntries),
            ISupportTokens.Format("NETWORK", options.Network), Token("NICKLEN", limits.NicknameLength), "PREFIX=(ov)@+",
            "TARGMAX=JOIN:,PART:,KICK:,PRIVMSG:4,NOTICE:4,TAGMSG:4,NAMES:,WHOIS:1,LIST:", Token("TOPICLEN", limits.TopicLength),
            Token("USERLEN", UserCommandLimits.Username), "UTF8ONLY", "WHOX",
        ];
        if (options.Icon.Length > 0) tokens.Add(ISupportTokens.Format("draft/ICON", options.Icon));
        if (options.History.Enabled)
        {
            tokens.Add(Token("CHATHISTORY", options.History.MessagesPerRequest));
            tokens.Add("MSGREFTYPES=msgid,timestamp");
        }
        return [.. ISupportTokens.Lines(tokens, 400).Select(line => line.ToImmutableArray())];
    }

    private static string Token(string name, int value, string before = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{name}={before}{value}");
}

internal static class UserCommandLimits
{
    public const int Username = 16;
    public const int RealName = 150;
}
