using System.Net;

namespace Teahouse.Core.Operators;

/// <summary>
/// The addresses that accounts came from of late, for operators: in memory only, the last few of the last ten thousand accounts.
/// Any thread may use it.
/// </summary>
internal sealed class AccountAddresses
{
    private const int MostAccounts = 10_000;
    private const int MostAddresses = 5;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, List<SeenAddress>> _seen = [];
    private readonly LinkedList<long> _order = new();

    public void Note(long account, IPAddress address, long now)
    {
        lock (_gate)
        {
            if (!_seen.TryGetValue(account, out var known))
            {
                if (_order.Count == MostAccounts)
                {
                    _seen.Remove(_order.First!.Value);
                    _order.RemoveFirst();
                }
                _order.AddLast(account);
                _seen[account] = known = [];
            }
            known.RemoveAll(s => s.Address.Equals(address));
            if (known.Count == MostAddresses) known.RemoveAt(0);
            known.Add(new SeenAddress(address, now));
        }
    }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<SeenAddress> Of(long account)
    {
        lock (_gate) return _seen.TryGetValue(account, out var known) ? [.. Enumerable.Reverse(known)] : [];
    }
}

/// <param name="Time">Milliseconds since 1970 UTC.</param>
internal sealed record SeenAddress(IPAddress Address, long Time);
