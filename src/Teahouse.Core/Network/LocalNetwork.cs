using System.Collections.Concurrent;
using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Core.Metadata;
using Teahouse.Core.Names;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Network;

/// <summary>Everything in this one process.</summary>
internal sealed partial class LocalNetwork(OwnerServices services, UserDirectory users, NameRegistry names) : INetwork
{
    private readonly ConcurrentDictionary<ConversationKey, ConversationOwner> _owners = new();

    public ValueTask<NickClaim> ClaimNickAsync(string nick, NickHolder holder) => names.ClaimAsync(nick, holder);

    public ValueTask<NickClaim> RenameNickAsync(string from, string to, NickHolder holder) => names.RenameAsync(from, to, holder);

    public ValueTask<bool> IdentifyNickAsync(string nick, NickHolder holder) => names.IdentifyAsync(nick, holder);

    public ValueTask<bool> ReleaseNickAsync(string nick, long user) => names.ReleaseAsync(nick, user);

    public ValueTask<bool> IsNickOfAnotherAsync(string name, NickHolder asking) => names.IsHeldByAnotherAsync(name, asking);

    public IConversation Channel(ChannelName name) => new Handle(this, LocalRooms.Key(name));

    public IConversation Status(ChannelName name, MemberModes rank) => new Handle(this, LocalRooms.StatusKey(name, rank));

    public IConversation Direct(string identity, string other) => new Handle(this, ConversationKey.Direct(identity, other));

    public ValueTask<UserView?> FindIdentityAsync(string identity)
    {
        // Without a session only an account's user stays.
        var user = Identities.AccountOf(identity) is { } account ? users.OfAccount(account)
            : services.Registry.Of(identity).FirstOrDefault() is { } session ? users.Find(session.User) : null;
        return new(user is null ? null : ViewOf(user));
    }

    public ValueTask<UserView?> FindUserAsync(Nick nick) => new(users.Find(nick) is { } user ? ViewOf(user) : null);

    public ValueTask<ImmutableArray<UserView>> UsersAsync() => new([.. users.All.Select(ViewOf)]);

    public async ValueTask<ImmutableArray<ChannelListing>> ChannelsAsync(UserId asker)
    {
        var channels = ImmutableArray.CreateBuilder<ChannelListing>();
        foreach (var key in _owners.Keys)
        {
            if (key.Kind != ConversationKind.Channel) continue;
            if ((await new Handle(this, key).AskAsync(new Look())).View is not { } view) continue;
            if (!view.IsKnownTo(asker)) continue;
            // The room that the server keeps for everybody is no news while nobody is in it.
            if (view.Settings.Founder == RoomRules.Nobody && view.Members.IsEmpty) continue;
            channels.Add(Listed(view));
        }
        return channels.DrainToImmutable();
    }

    public async ValueTask<ImmutableArray<AccountRoom>> RoomsOfAsync(long account)
    {
        var rooms = ImmutableArray.CreateBuilder<AccountRoom>();
        foreach (var head in await services.Log.ChannelsAsync())
        {
            if (ChannelSettingsCodec.Decode(head.State.Span) is not { } settings) continue;
            if (settings.Founder != account && !settings.Accounts.ContainsKey(account)) continue;
            if (ChannelName.TryParse(settings.Name, out var name)) rooms.Add(new AccountRoom(name, settings.Founder == account));
        }
        return rooms.DrainToImmutable();
    }

    public ValueTask AnnounceAsync(UserId user, ImmutableArray<Earshot> channels, Event happened, Origin? origin)
    {
        var peers = new HashSet<Subscriber>();
        foreach (var (channel, to) in channels)
            if (_owners.TryGetValue(LocalRooms.Key(channel), out var owner)) owner.Audience.Collect(peers, to);
        foreach (var own in services.Registry.Of(happened.Source.Identity)) peers.Add(own);
        if (happened.Kind is (EventKind.Away or EventKind.Account or EventKind.Setname or EventKind.Chghost) && users.Find(user) is { } changed)
            peers.UnionWith(WatchersOf(changed.Snapshot.Nick).Where(w => w.Has(CapabilitySet.ExtendedMonitor)));
        if (happened.Kind == EventKind.Quit) peers.RemoveWhere(p => p.User == user);
        var message = new RenderedMessage(happened);
        var fanOut = new FanOut(services.Server);
        foreach (var peer in peers) fanOut.Offer(peer, message, user, origin);
        fanOut.Drain();
        return default;
    }

    public ValueTask TellAsync(ImmutableArray<UserId> to, Event happened, CapabilitySet needed)
    {
        var message = new RenderedMessage(happened);
        foreach (var id in to)
            foreach (var session in users.Find(id)?.Sessions ?? [])
                if (session.Has(needed) && session.Subscriber.Queue.Offer(message.For(session.Subscriber.Capabilities))) session.Subscriber.Queue.Flush();
        return default;
    }

    public ValueTask<bool> AcceptsAsync(UserId user, string identity) => new(users.Find(user) is { } found && found.Accepted.Contains(identity));

    public ValueTask InvitedAsync(UserId user, ChannelName channel)
    {
        users.Find(user)?.NoteInvitation(channel);
        return default;
    }

    public ValueTask<NetworkCounts> CountAsync() =>
        new(new NetworkCounts(users.Count, users.Invisible, users.Operators, users.Strangers, services.Formed, users.Most));

    /// <summary>Loads the channels that outlive their members, so that LIST knows them from the start.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        var known = (await services.Log.ChannelsAsync(cancel)).Select(h => (h.Key, Settings: ChannelSettingsCodec.Decode(h.State.Span))).ToList();
        await Task.WhenAll(known.Where(c => c.Settings is { Registered: true }).Select(c => new Handle(this, c.Key).AskAsync(new Look()).AsTask()));
        foreach (var (key, settings) in known)
            if (settings is not null) await RememberAsync(key, settings);
        await Metadata.RetainChannelsAsync(
            [.. known.Where(c => c.Settings is not null).Select(c => MetadataScope.Of(c.Key, c.Settings!.Created))], cancel);
    }

    /// <summary>What accounts are in which rooms, as the store knows.</summary>
    public async Task<IReadOnlyDictionary<long, List<ChannelName>>> SeatsAsync(CancellationToken cancel)
    {
        var seats = new Dictionary<long, List<ChannelName>>();
        foreach (var head in await services.Log.ChannelsAsync(cancel))
        {
            if (ChannelSettingsCodec.Decode(head.State.Span) is not { } settings || !ChannelName.TryParse(settings.Name, out var name)) continue;
            foreach (var account in settings.Accounts.Keys)
            {
                if (seats.TryGetValue(account, out var rooms)) rooms.Add(name);
                else seats[account] = [name];
            }
        }
        return seats;
    }

    /// <summary>Answers what the store leaves open for too long, and looks again where it could not be read. Never waits.</summary>
    public void Look(TimeSpan patience)
    {
        foreach (var (_, owner) in _owners)
        {
            owner.GiveUpOn(patience);
            owner.Reconsider();
        }
    }

    /// <summary>Drops owners that nobody needs.</summary>
    public async Task TidyAsync()
    {
        await FinishRenamesAsync();
        foreach (var (key, owner) in _owners)
        {
            if (!await owner.TryDropAsync(LocalRooms.Linger)) continue;
            _owners.TryRemove(new(key, owner));
            if (owner.Lapsed is { } scope) await Metadata.EndAsync(scope);
        }
        TidyMetadata();
    }

    private UserView ViewOf(User user) => new(
        user.Snapshot, user.Channels, user.SignOn, Math.Max(0, services.Now - user.LastSpoke), user.Sessions.Length > 0);

    private ConversationOwner Owner(ConversationKey key) =>
        _owners.TryGetValue(key, out var owner) ? owner : _owners.GetOrAdd(key, MakeOwner);

    private ConversationOwner MakeOwner(ConversationKey key) => new(new ConversationPlace(key), services, key.Kind switch
    {
        ConversationKind.Channel => new ChannelAudience(services.Server),
        ConversationKind.Status => new StatusAudience(services.Registry, services.Server),
        _ => new DirectAudience(services.Registry, key.A, key.B, services.Server),
    });

    /// <summary>Finds the owner anew for each call: one that was dropped meanwhile is replaced.</summary>
    private sealed class Handle(LocalNetwork network, ConversationKey key) : IConversation
    {
        public ValueTask<Outcome> AskAsync(Request request) => Ask(new Ask(request) { Since = network.Now, Wave = network.Wave }).FirstAsync();

        public ValueTask<ImmutableArray<Outcome>> PostAsync(ImmutableArray<Post> posts) => Ask(new Ask(posts) { Since = network.Now, Wave = network.Wave }).AllAsync();

        private Ask Ask(Ask ask)
        {
            while (true)
            {
                var owner = network.Owner(key);
                if (owner.TryAsk(ask)) return ask;
                network._owners.TryRemove(new(key, owner));
            }
        }
    }

    private InFlight.Wave Wave => services.InFlight.Enter();

    private long Now => services.Time.GetTimestamp();
}
