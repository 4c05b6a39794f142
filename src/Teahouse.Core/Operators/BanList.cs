using System.Collections.Immutable;
using System.Net;
using Teahouse.Core.Accounts;
using Teahouse.Protocol;

namespace Teahouse.Core.Operators;

/// <summary>All bans, ready to be looked through for each connection. Any thread may use it.</summary>
internal sealed class BanList(IBanStore store, TimeProvider time)
{
    /// <summary>Beyond it an operator removes some first: each connection is compared with all.</summary>
    public const int Most = 10_000;

    private sealed record Row(Ban Ban, IPNetwork? Network);

    private ImmutableArray<Row> _rows = [];

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Those that hold, the oldest first.</summary>
    public IEnumerable<Ban> All => _rows.Select(row => row.Ban).Where(ban => !ban.IsOver(Now));

    public async ValueTask LoadAsync(CancellationToken cancel) => _rows = [.. (await store.ListAsync(cancel)).Select(MakeRow)];

    /// <returns>Null if there are too many.</returns>
    public async ValueTask<Ban?> AddAsync(Ban ban)
    {
        await SweepAsync();
        if (_rows.Length >= Most) return null;
        var added = await store.AddAsync(ban);
        ImmutableInterlocked.Update(ref _rows, static (rows, made) => [.. rows.Where(r => r.Ban.Kind != made.Ban.Kind || r.Ban.Mask != made.Ban.Mask), made], MakeRow(added));
        return added;
    }

    /// <returns>What is removed; null if there was none.</returns>
    public async ValueTask<Ban?> RemoveAsync(BanTarget target)
    {
        if (Find(target) is not { } ban) return null;
        await store.RemoveAsync(ban.Id);
        Drop(ban);
        return ban;
    }

    public Ban? Find(BanTarget target) => All.FirstOrDefault(b => b.Kind == target.Kind && AsciiCase.Equals(b.Mask, target.Mask));

    /// <summary>The ban that hits the address; before anything else is known of the connection.</summary>
    public Ban? Find(IPAddress address)
    {
        var plain = Plain(address);
        foreach (var row in _rows)
            if (row.Network is { } network && network.Contains(plain) && !row.Ban.IsOver(Now)) return row.Ban;
        return null;
    }

    public Ban? Find(BanSubject subject) => _rows.FirstOrDefault(row => Hits(row, subject) && !row.Ban.IsOver(Now))?.Ban;

    public static bool Hits(Ban ban, BanSubject subject) => Hits(MakeRow(ban), subject);

    /// <summary>Forgets those that are over.</summary>
    public async ValueTask SweepAsync()
    {
        foreach (var row in _rows)
        {
            if (!row.Ban.IsOver(Now)) continue;
            try
            {
                await store.RemoveAsync(row.Ban.Id);
            }
            catch (StoreFullException)
            {
                // It holds no longer; the next sweep removes it.
                continue;
            }
            Drop(row.Ban);
        }
    }

    private void Drop(Ban ban) => ImmutableInterlocked.Update(ref _rows, static (rows, id) => [.. rows.Where(r => r.Ban.Id != id)], ban.Id);

    private static Row MakeRow(Ban ban) => new(ban, ban.Kind == BanKind.Network ? BanTarget.Network(ban.Mask) : null);

    private static bool Hits(Row row, BanSubject subject) => row.Ban.Kind switch
    {
        BanKind.Network => row.Network is { } network && network.Contains(Plain(subject.Address)),
        BanKind.Account => subject.Account == row.Ban.Mask,
        _ => subject.Prefixes.Any(prefix => Mask.Matches(row.Ban.Mask, prefix)),
    };

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
