using Teahouse.Core.Conversations;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary><c>@#tea</c>: the members of a channel from a status upwards. https://modern.ircdocs.horse/#statusmsg-parameter</summary>
internal static class StatusTarget
{
    /// <param name="rank">The lowest of those named.</param>
    public static bool TryParse(string text, out MemberModes rank, out ChannelName name)
    {
        rank = MemberModes.None;
        name = default;
        var symbols = 0;
        while (symbols < text.Length && MemberRanks.OfSymbol(text[symbols]) is var named && named != MemberModes.None)
        {
            if (rank == MemberModes.None || rank.IsAtLeast(named)) rank = named;
            symbols++;
        }
        return symbols > 0 && ChannelName.TryParse(text[symbols..], out name);
    }
}
