using System.Collections.Immutable;
using Teahouse.Core.Delivery;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Network;

/// <summary>Who watches whom, and who was here.</summary>
internal sealed partial class LocalNetwork
{
    private readonly Watchers _watchers = new();
    private readonly PastUsers _past = new();

    public ValueTask WatchAsync(SessionId watcher, Nick nick)
    {
        _watchers.Add(nick, watcher);
        return default;
    }

    public ValueTask UnwatchAsync(SessionId watcher, ImmutableArray<Nick> nicks)
    {
        foreach (var nick in nicks) _watchers.Remove(nick, watcher);
        return default;
    }

    public ValueTask ArrivedAsync(UserSnapshot user)
    {
        TellWatchers(user.Nick, Numeric.RPL_MONONLINE, user.Prefix);
        return TellArrivalAsync(user);
    }

    public ValueTask WentOfflineAsync(UserSnapshot user)
    {
        TellWatchers(user.Nick, Numeric.RPL_MONOFFLINE, user.Nick.Value);
        return default;
    }

    public ValueTask DepartedAsync(UserSnapshot user)
    {
        _past.Add(user, services.Now);
        TellWatchers(user.Nick, Numeric.RPL_MONOFFLINE, user.Nick.Value);
        return default;
    }

    public ValueTask<ImmutableArray<PastUser>> WhowasAsync(Nick nick) => new(_past.Of(nick));

    private IEnumerable<Subscriber> WatchersOf(Nick nick) => _watchers.Of(nick).Select(services.Registry.Find).OfType<Subscriber>();

    private void TellWatchers(Nick nick, int numeric, string text)
    {
        foreach (var watcher in WatchersOf(nick))
        {
            var own = users.Find(watcher.User)?.Snapshot.Nick.Value ?? "*";
            var line = MessageWriter.ToBytes(new Message(Tags.Empty, Source.Parse(services.Server), numeric.ToString("D3", System.Globalization.CultureInfo.InvariantCulture), own, text));
            if (watcher.Queue.Offer(line)) watcher.Queue.Flush();
        }
    }
}
