using System.Globalization;
using Teahouse.Core.Network;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>LIST, by name, by mask, and by number of members and by age (ELIST C, M, N, T and U). https://modern.ircdocs.horse/#list-message</summary>
internal static class ListCommand
{
    public static readonly Command Command = new("LIST", MinParams: 0, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var conditions = context.At(0).Split(',', StringSplitOptions.RemoveEmptyEntries);
        context.Reply.Numeric(Numeric.RPL_LISTSTART, "Channel", "Users  Name");
        foreach (var channel in await context.Engine.Network.ChannelsAsync(context.Session.User!.Id))
        {
            if (!Matches(channel, conditions, context.Engine.Now)) continue;
            context.Reply.Numeric(
                Numeric.RPL_LIST, channel.Name.Value, channel.Members.ToString(CultureInfo.InvariantCulture), channel.Topic?.Text ?? "");
            await context.Reply.FlushIfLargeAsync();
        }
        context.Reply.Numeric(Numeric.RPL_LISTEND, "End of /LIST");
    }

    /// <summary>All numeric conditions, and any of the names if there are some.</summary>
    private static bool Matches(ChannelListing channel, string[] conditions, long now)
    {
        var named = false;
        var found = false;
        foreach (var condition in conditions)
        {
            if (ListBound.TryParse(condition, out var bound))
            {
                if (!bound.Holds(channel, now)) return false;
                continue;
            }
            var exclude = condition[0] == '!';
            var mask = AsciiCase.Fold(exclude ? condition[1..] : condition);
            var matches = Mask.Matches(mask, channel.Name.Folded);
            if (exclude && matches) return false;
            if (exclude) continue;
            named = true;
            found |= matches;
        }
        return found || !named;
    }
}
