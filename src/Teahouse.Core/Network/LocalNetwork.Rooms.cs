using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Core.Log;

namespace Teahouse.Core.Network;

/// <summary>Rooms that belong to accounts.</summary>
internal sealed partial class LocalNetwork
{
    public async ValueTask<ImmutableArray<ChannelListing>> RegisteredAsync(long founder)
    {
        var channels = ImmutableArray.CreateBuilder<ChannelListing>();
        foreach (var (key, owner) in _owners)
        {
            if (owner.Founder == 0 || (founder != 0 && owner.Founder != founder)) continue;
            if ((await new Handle(this, key).AskAsync(new Look())).View is { Settings.Registered: true } view) channels.Add(Listed(view));
        }
        return [.. channels.OrderBy(c => c.Name.Folded, StringComparer.Ordinal)];
    }

    /// <summary>Nobody is in it and it belongs to nobody: the same name will be another channel.</summary>
    public async ValueTask<bool> IsOverAsync(ConversationKey channel) => (await new Handle(this, channel).AskAsync(new Look())).View is null;

    private static ChannelListing Listed(ChannelView view) =>
        new(view.Name, view.Members.Length, view.Settings.Topic, view.Settings.Created, view.Settings.Founder);
}
