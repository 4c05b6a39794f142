using System.Collections.Concurrent;
using Teahouse.Core.Conversations;
using Teahouse.Core.Log;
using Teahouse.Core.Metadata;
using Teahouse.Protocol;

namespace Teahouse.Core.Network;

/// <summary>
/// Channels that get another name. While it is undecided the owner is found by both: nobody can make a channel of the new name, and
/// nobody a second owner of this one.
/// </summary>
internal sealed partial class LocalNetwork
{
    private readonly ConcurrentDictionary<ConversationKey, Renaming> _renaming = new();

    /// <summary>Former names of registered channels, folded, and what those are called now; a few of each.</summary>
    private readonly ConcurrentDictionary<string, ChannelName> _former = new(StringComparer.Ordinal);

    public async ValueTask<Outcome> RenameAsync(ChannelName from, Rename request)
    {
        var (before, after) = (LocalRooms.Key(from), LocalRooms.Key(request.To));
        if (before == after) return await Channel(from).AskAsync(request);
        var owner = Owner(before);
        // A name that leads to somebody else's channel is as good as taken.
        if (await LeadsToAsync(request.To) is { } other && LocalRooms.Key(other) != before) return Taken(from, request);
        if (!await TryReserveAsync(after, owner)) return Taken(from, request);
        var renaming = new Renaming(before, after, owner);
        _renaming[after] = renaming;
        var outcome = await new Handle(this, before).AskAsync(request);
        renaming.Answered = true;
        if (outcome.Status != OutcomeStatus.Unknown) await FinishAsync(renaming);
        return outcome;
    }

    /// <summary>False if there is a channel of that name, or somebody is about to make one.</summary>
    private async ValueTask<bool> TryReserveAsync(ConversationKey key, ConversationOwner owner)
    {
        while (true)
        {
            var other = Owner(key);
            if (other == owner || _renaming.ContainsKey(key)) return false;
            // Loads it, so that it knows whether it is one.
            await new Handle(this, key).AskAsync(new Look());
            if (!other.TryRetire()) return false;
            if (_owners.TryUpdate(key, owner, other)) return true;
        }
    }

    /// <summary>What was undecided for long is decided now, perhaps.</summary>
    private async ValueTask FinishRenamesAsync()
    {
        foreach (var renaming in _renaming.Values)
            if (renaming is { Answered: true, Owner.IsSettled: true }) await FinishAsync(renaming);
    }

    private async ValueTask FinishAsync(Renaming renaming)
    {
        var (before, after, owner) = (renaming.Before, renaming.After, renaming.Owner);
        var renamed = owner.Key == after;
        _owners.TryRemove(new(renamed ? before : after, owner));
        _renaming.TryRemove(new(after, renaming));
        if (!renamed || (await new Handle(this, after).AskAsync(new Look())).View is not { } view) return;
        Lead(view.Settings);
        await FollowAsync(before, after, view.Settings.Created);
    }

    /// <summary>What is kept beside the channel goes after it.</summary>
    private async ValueTask FollowAsync(ConversationKey before, ConversationKey after, long created)
    {
        foreach (var (_, rank, _) in MemberRanks.Rows) await RenameStatusAsync(before.A, after.A, rank);
        await Metadata.MoveAsync(MetadataScope.Of(before, created), MetadataScope.Of(after, created));
    }

    /// <summary>Names that channels had before the server started; and what a crash came between.</summary>
    private async ValueTask RememberAsync(ConversationKey key, ChannelSettings settings)
    {
        if (settings.Former.IsEmpty) return;
        Lead(settings);
        var before = ConversationKey.Channel(settings.Former[0].Name);
        if (await services.Log.FindAsync(before) is null or { State.IsEmpty: true }) await FollowAsync(before, key, settings.Created);
    }

    private void Lead(ChannelSettings settings)
    {
        if (!settings.Registered || !ChannelName.TryParse(settings.Name, out var now)) return;
        foreach (var former in settings.Former)
            if (former.Until > services.Now) _former[former.Name] = now;
    }

    public async ValueTask<ChannelName?> LeadsToAsync(ChannelName former)
    {
        var key = LocalRooms.Key(former);
        if (!_former.TryGetValue(key.A, out var name)) return null;
        if ((await new Handle(this, key).AskAsync(new Look())).View is not null) return null;
        var settings = (await Channel(name).AskAsync(new Look())).View?.Settings;
        var found = settings is { Registered: true } ? settings.Former.FirstOrDefault(each => each.Name == key.A) : null;
        if (found is null || found.Until <= services.Now)
        {
            _former.TryRemove(new(key.A, name));
            return null;
        }
        // Where a secret channel has gone is not for who only knew where it was.
        return settings!.Has(ChannelFlags.Secret) ? null : name;
    }

    /// <summary>What was said to those of a status goes along.</summary>
    private async ValueTask RenameStatusAsync(string before, string after, MemberModes rank)
    {
        var (from, to) = (LocalRooms.StatusKey(before, rank), LocalRooms.StatusKey(after, rank));
        if (_owners.TryGetValue(from, out var owner) && await owner.TryDropAsync(TimeSpan.Zero)) _owners.TryRemove(new(from, owner));
        if (await services.Log.FindAsync(from) is null) return;
        var head = await services.Log.TakeAsync(from);
        await services.Log.AppendAsync(new Append(head.Id, head.OwnerEpoch, head.LastSequence, []) { Key = to });
    }

    private static Outcome Taken(ChannelName from, Rename request) =>
        Outcome.Refused(new Refusal(0, "CHANNEL_NAME_IN_USE", from.Value, request.To.Value, "The channel name is already taken"));

    private sealed record Renaming(ConversationKey Before, ConversationKey After, ConversationOwner Owner)
    {
        /// <summary>Whoever asked for it has its answer, though it may be "unknown".</summary>
        public bool Answered { get; set; }
    }
}
