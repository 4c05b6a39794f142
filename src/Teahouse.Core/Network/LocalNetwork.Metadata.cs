using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Metadata;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Network;

/// <summary>Who is told what is set of whom. https://ircv3.net/specs/extensions/metadata#notifications</summary>
internal sealed partial class LocalNetwork
{
    private HashSet<string> _unused = [];

    public MetadataBook Metadata { get; init; } = new(new MemoryMetadataStore());

    public ValueTask<ImmutableDictionary<string, string>> MetadataAsync(string scope) => Metadata.ReadAsync(scope);

    public ValueTask<MetadataOutcome> SetMetadataAsync(MetadataSubject subject, MetadataEntry entry, int most, EventSource by, SessionId except) =>
        Metadata.ChangeAsync(subject.Scope, before => MetadataRules.Set(before, entry, most), changed => Tell(HearersOf(subject), subject, changed, by, except));

    public ValueTask<MetadataOutcome> ClearMetadataAsync(MetadataSubject subject, EventSource by, SessionId except) =>
        Metadata.ChangeAsync(subject.Scope, MetadataRules.Clear, changed => Tell(HearersOf(subject), subject, changed, by, except));

    public async ValueTask AnnounceMetadataAsync(MetadataSubject subject, ChannelName joined)
    {
        var values = await MetadataAsync(subject.Scope);
        if (values.IsEmpty || users.Find(subject.User) is not { } user) return;
        var hearers = new HashSet<Subscriber>();
        Collect(joined, hearers);
        // Who met the user elsewhere knows it already.
        var known = new HashSet<Subscriber>(services.Registry.Of(subject.Scope));
        foreach (var other in user.Channels)
            if (LocalRooms.Key(other) != LocalRooms.Key(joined)) Collect(other, known);
        hearers.ExceptWith(known);
        Tell(hearers, subject, MetadataRules.Listed(values), Server, default);
    }

    private EventSource Server => new(services.Server, "", null);

    private async ValueTask TellArrivalAsync(UserSnapshot user)
    {
        List<Subscriber> watchers = [.. WatchersOf(user.Nick).Where(w => !w.Keys.IsEmpty)];
        if (watchers.Count == 0) return;
        Tell(watchers, MetadataSubject.Of(user), MetadataRules.Listed(await MetadataAsync(user.Identity)), Server, default);
    }

    private HashSet<Subscriber> HearersOf(MetadataSubject subject)
    {
        var hearers = new HashSet<Subscriber>();
        if (subject.Channel is { } channel) Collect(channel, hearers);
        else if (users.Find(subject.User) is { } user)
        {
            foreach (var own in services.Registry.Of(subject.Scope)) hearers.Add(own);
            foreach (var shared in user.Channels) Collect(shared, hearers);
            hearers.UnionWith(WatchersOf(user.Snapshot.Nick));
        }
        return hearers;
    }

    private void Collect(ChannelName channel, HashSet<Subscriber> into)
    {
        if (_owners.TryGetValue(LocalRooms.Key(channel), out var owner)) owner.Audience.Collect(into);
    }

    private void Tell(IReadOnlyCollection<Subscriber> hearers, MetadataSubject subject, ImmutableArray<MetadataEntry> entries, EventSource by, SessionId except)
    {
        foreach (var entry in entries)
        {
            var line = new MetadataLine(subject.Name, entry, by, services.Now, services.Server);
            foreach (var hearer in hearers)
            {
                if (hearer.Session == except || !hearer.Keys.Contains(entry.Key)) continue;
                if (MetadataKey.IsPrivate(entry.Key) && hearer.User != subject.User) continue;
                if (line.For(hearer, users.Find(hearer.User)?.Snapshot.Nick.Value ?? "*") is { } bytes && hearer.Queue.Offer(bytes)) hearer.Queue.Flush();
            }
        }
    }

    /// <summary>Drops what nobody who is here needs. Twice in a row: somebody may be about to come.</summary>
    private void TidyMetadata()
    {
        var unused = Metadata.Scopes.Where(scope => !IsUsed(scope)).ToHashSet(StringComparer.Ordinal);
        foreach (var scope in unused)
            if (_unused.Contains(scope)) Metadata.Forget(scope);
        _unused = unused;
    }

    private bool IsUsed(string scope) =>
        MetadataScope.IsChannel(scope) ? _owners.ContainsKey(MetadataScope.Channel(scope))
        : Identities.AccountOf(scope) is { } account ? users.OfAccount(account) is not null
        : services.Registry.Of(scope).Length > 0;
}
