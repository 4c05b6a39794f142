using Teahouse.Core.Accounts;
using Teahouse.Core.Operators;
using Teahouse.Core.Sessions;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>All that operators may know of an account: its connections, addresses, devices, rooms and bans.</summary>
internal static class AccountAudit
{
    private const int MostRooms = 200;

    /// <param name="name">An account's, or the nick of somebody who is here.</param>
    public static async ValueTask SayAsync(CommandContext context, string command, string name)
    {
        var engine = context.Engine;
        var here = Nick.TryParse(name, out var nick) ? engine.Users.Find(nick) : null;
        var account = here is { Snapshot.AccountId: not 0 and var id } ? await engine.Accounts.FindAsync(id) : await engine.Accounts.FindAsync(name);
        here ??= account is null ? null : engine.Users.OfAccount(account.Id);
        if (here is null && account is null)
        {
            context.Reply.Fail(command, "INVALID_TARGET", JoinCommand.Shown(name), "There is no such account, and nobody here of that name");
            return;
        }
        if (account is null) await Bans.SayAsync(context, $"{here!.Snapshot.Prefix} has no account");
        else await SayAccountAsync(context, account);
        foreach (var session in here?.Sessions ?? []) await Bans.SayAsync(context, "Connection: " + Describe(session));
        await SayRoomsAsync(context, here, account);
        await SayBansAsync(context, here, account);
        await context.Engine.OperatorLog.WriteAsync(context, command, name, "looked at");
    }

    public static string Describe(Session session)
    {
        var connection = session.Connection;
        var certificate = connection.CertificateFingerprint is { } fingerprint ? $", certificate {fingerprint}" : "";
        if (connection.Gateway is { } gateway) certificate += $", through {gateway}";
        var account = session.Account is { } known ? $", account {known.Name}" : "";
        var who = session.User is { } user ? user.Snapshot.Prefix : "not registered";
        return $"{who} from {connection.Address} ({(connection.Secure ? "TLS" : "plain")}, {connection.Transport}) since {ServerTime.Format(session.Connected)}{account}{certificate}";
    }

    private static async ValueTask SayAccountAsync(CommandContext context, Account account)
    {
        var kind = (account.Guest ? ", guest" : "") + (account.Operator ? ", operator" : "");
        await Bans.SayAsync(context, $"Account {account.Name} ({account.Id}{kind}), made {ServerTime.Format(account.Created)}, last seen {ServerTime.Format(account.LastSeen)}");
        foreach (var (address, time) in context.Engine.Addresses.Of(account.Id)) await Bans.SayAsync(context, $"Address: {address}, last {ServerTime.Format(time)}");
        foreach (var device in await context.Engine.Accounts.DevicesAsync(account.Id))
            await Bans.SayAsync(context, $"Device: {(device.Label.Length == 0 ? "without a name" : device.Label)}, added {ServerTime.Format(device.Created)}, last used {ServerTime.Format(device.LastUsed)}");
    }

    private static async ValueTask SayRoomsAsync(CommandContext context, User? here, Account? account)
    {
        var rooms = (here?.Channels ?? []).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        if (account is not null)
            foreach (var room in await context.Engine.Network.RoomsOfAsync(account.Id)) rooms.Add(room.Founder ? $"{room.Name.Value} (founder)" : room.Name.Value);
        foreach (var line in CapabilityList.Lines(rooms.Order(StringComparer.Ordinal).Take(MostRooms).Select(r => r.Replace(' ', '\u00a0')), 350))
            if (line.Length > 0) await Bans.SayAsync(context, "Rooms: " + line.Replace(" ", ", ", StringComparison.Ordinal).Replace('\u00a0', ' '));
    }

    private static async ValueTask SayBansAsync(CommandContext context, User? here, Account? account)
    {
        var engine = context.Engine;
        var bans = new HashSet<Ban>();
        foreach (var session in here?.Sessions ?? [])
            if (engine.Bans.Find(BanSubject.Of(session)) is { } ban) bans.Add(ban);
        if (account is not null)
        {
            if (engine.Bans.Find(new BanTarget(BanKind.Account, account.FoldedName)) is { } own) bans.Add(own);
            foreach (var (address, _) in engine.Addresses.Of(account.Id))
                if (engine.Bans.Find(address) is { } ban) bans.Add(ban);
        }
        foreach (var ban in bans) await Bans.SayAsync(context, "Ban: " + Bans.Describe(context, ban));
        if (bans.Count == 0) await Bans.SayAsync(context, "No ban is on it");
    }
}
