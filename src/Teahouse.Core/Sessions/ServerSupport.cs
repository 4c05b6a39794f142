using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Conversations;
using Teahouse.Core.Hosting;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>What 005 says. https://modern.ircdocs.horse/#rplisupport-005</summary>
internal static class ServerSupport
{
    public static readonly string ChannelModesWithParameter =
        string.Concat((ChannelModes.Lists + ChannelModes.Always + ChannelModes.WhenSet + MemberRanks.Letters).Order());
    public static readonly string ChannelModeLetters = string.Concat((ChannelModesWithParameter + ChannelModes.FlagLetters).Order());

    /// <summary>In the flags of WHO: the user is a guest (docs/extensions/guest.md).</summary>
    public const string GuestFlag = "g";

    public static ImmutableArray<ImmutableArray<string>> Lines(ServerOptions options)
    {
        var limits = options.Limits;
        var list = limits.ChannelListEntries;
        List<string> tokens =
        [
            "ACCOUNTEXTBAN=" + ChannelMasks.AccountLetters, Token("AWAYLEN", limits.AwayLength), "BOT=B", "CASEMAPPING=ascii", Token("CHANLIMIT", limits.ChannelsPerUser, "#:"),
            "CHANMODES=" + ChannelModes.Token, Token("CHANNELLEN", limits.ChannelLength), "CHANTYPES=#", "ELIST=CMNTU",
            "EXCEPTS=e", "EXTBAN=," + ChannelMasks.Letters, "INVEX=I",
            Token("KICKLEN", limits.KickLength), string.Create(CultureInfo.InvariantCulture, $"MAXLIST=b:{list},e:{list},I:{list}"), "MODES=20", Token("MONITOR", limits.MonitorEntries),
            ISupportTokens.Format("NETWORK", options.Network), Token("NICKLEN", limits.NicknameLength), $"PREFIX=({MemberRanks.Letters}){MemberRanks.AllSymbols}",
            "STATUSMSG=" + MemberRanks.AllSymbols,
            "TARGMAX=JOIN:,PART:,KICK:,PRIVMSG:4,NOTICE:4,TAGMSG:4,NAMES:,WHOIS:1,LIST:", Token("TOPICLEN", limits.TopicLength),
            Token("USERLEN", UserCommandLimits.Username), "UTF8ONLY", "WHOX",
            "teahouse.chat/GUEST=" + GuestFlag, Token("teahouse.chat/MENTION", RoomCalls.FewPeople),
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
