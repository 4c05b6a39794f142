using Teahouse.Core.Conversations;
using Teahouse.Core.Metadata;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>Whom METADATA is about, and what the asker may do there.</summary>
/// <param name="View">Of a channel.</param>
/// <param name="MayRead">False for a channel that asks something of those who come in, and for the asker is not in.</param>
internal sealed record MetadataTarget(MetadataSubject Subject, ChannelView? View, bool IsSelf, bool MayRead, bool MayWrite)
{
    public static bool IsOneself(CommandContext context, string name) =>
        name == "*" || (context.Session.User is { } user && Nick.TryParse(name, out var nick) && user.Snapshot.Nick.Equals(nick));

    /// <summary>Null if there is no such target, or none that the asker may know of; that is said.</summary>
    public static async ValueTask<MetadataTarget?> FindAsync(CommandContext context)
    {
        var asker = context.Session.User!.Snapshot;
        var name = context[0];
        if (IsOneself(context, name)) return new(MetadataSubject.Of(asker), null, IsSelf: true, MayRead: true, MayWrite: true);
        if (ChannelName.TryParse(name, out var channel))
        {
            if ((await context.Engine.Network.Channel(channel).AskAsync(new Look())).View is { } view)
            {
                var member = view.Member(asker.Id);
                var hidden = view.Settings.Has(ChannelFlags.Secret);
                if (member is not null || asker.Operator || !hidden)
                {
                    var open = !hidden && !view.Settings.Has(ChannelFlags.InviteOnly) && view.Settings.Key is null;
                    var leads = member is not null && (member.Modes & (MemberModes.Operator | MemberModes.Founder)) != 0;
                    return new(SubjectOf(view), view, IsSelf: false, MayRead: open || member is not null || asker.Operator, MayWrite: leads || asker.Operator);
                }
            }
        }
        else if (Nick.TryParse(name, out var nick) && await context.Engine.Network.FindUserAsync(nick) is { } found)
            return new(MetadataSubject.Of(found.User), null, IsSelf: false, MayRead: true, MayWrite: asker.Operator);
        MetadataReplies.InvalidTarget(context);
        return null;
    }

    public static MetadataSubject SubjectOf(ChannelView view) =>
        new(MetadataScope.Of(LocalRooms.Key(view.Name), view.Settings.Created), view.Settings.Name, default, view.Name);

    /// <summary>Whether the asker may know of the key.</summary>
    public bool Shows(CommandContext context, string key) => !MetadataKey.IsPrivate(key) || IsSelf || context.Session.User is { Snapshot.Operator: true };
}
