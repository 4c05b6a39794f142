namespace Teahouse.Core.Users;

/// <summary>Whom a user was told of, within the hour, that they are offline. Any thread may use it.</summary>
internal sealed class ToldOffline
{
    private const int Most = 200;
    private const long Hour = 60 * 60 * 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _told = new(StringComparer.Ordinal);

    /// <summary>Whether it is to be told now, which is then noted.</summary>
    /// <param name="identity">See <see cref="Identities"/>.</param>
    /// <param name="now">Milliseconds since 1970 UTC.</param>
    public bool Tell(string identity, long now)
    {
        lock (_gate)
        {
            if (_told.TryGetValue(identity, out var last) && now - last < Hour) return false;
            if (_told.Count >= Most)
                foreach (var old in _told.OrderBy(t => t.Value).Take(Most / 2).Select(t => t.Key).ToList()) _told.Remove(old);
            _told[identity] = now;
            return true;
        }
    }
}
