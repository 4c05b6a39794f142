using System.Net;
using Teahouse.Core.Accounts;
using Teahouse.Core.Names;
using Teahouse.Core.Sessions;
using Teahouse.Core.Users;

namespace Teahouse.Core.Operators;

/// <summary>One connection as bans see it.</summary>
/// <param name="Account">Folded, or null.</param>
/// <param name="Prefixes">nick!user@host in every form that a mask may be about; empty before there is a nick.</param>
internal sealed record BanSubject(IPAddress Address, string? Account, IReadOnlyList<string> Prefixes)
{
    public static BanSubject Of(Session session)
    {
        var account = session.Account is { } known ? NameRules.Fold(known.Name) : null;
        var address = session.Connection.Address;
        if (session.User is { Snapshot: { } user }) return new(address, account, Forms(user.Nick.Value, user.Username, user.Host, address));
        var registration = session.Registration;
        return new(address, account, registration is { Nick: { } nick, Username: { } username } ? Forms(nick.Value, username, session.Host, address) : []);
    }

    /// <summary>Who asks by HTTP.</summary>
    /// <param name="here">The account's user, or null if it is not here.</param>
    public static BanSubject Of(IPAddress address, Account account, User? here) => here?.Snapshot is { } user
        ? new(address, NameRules.Fold(account.Name), Forms(user.Nick.Value, user.Username, user.Host, address))
        : new(address, NameRules.Fold(account.Name), Forms(account.Name, account.Name, address.ToString(), address));

    private static string[] Forms(string nick, string username, string host, IPAddress address)
    {
        // Usernames are not verified and begin with ~; a mask need not.
        var plain = username.TrimStart('~');
        return [$"{nick}!{username}@{host}", $"{nick}!{plain}@{host}", $"{nick}!{username}@{address}", $"{nick}!{plain}@{address}"];
    }
}
