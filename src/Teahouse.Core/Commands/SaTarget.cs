using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>Whom, and into or out of which channel.</summary>
internal static class SaTarget
{
    /// <summary>Null, and said, if there is no such user or the channel's name is none.</summary>
    public static async ValueTask<(User User, ChannelName Name)?> FindAsync(CommandContext context, string nickText, string channelText)
    {
        var found = Nick.TryParse(nickText, out var nick) ? await context.Engine.Network.FindUserAsync(nick) : null;
        var user = found is null ? null : context.Engine.Users.Find(found.User.Id);
        if (user is null) context.Reply.Numeric(Numeric.ERR_NOSUCHNICK, JoinCommand.Shown(nickText), "No such nick");
        else if (!ChannelName.TryParse(channelText, out var name) || name.Value.Length > context.Engine.Options.Limits.ChannelLength)
            context.Reply.Numeric(Numeric.ERR_NOSUCHCHANNEL, JoinCommand.Shown(channelText), "No such channel");
        else return (user, name);
        return null;
    }
}
