using System.Net;
using Teahouse.Core.Names;
using Teahouse.Core.Sessions;

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

    private static string[] Forms(string nick, string username, string host, IPAddress address)
    {
        // Usernames are not verified and begin with ~; a mask need not.
        var plain = username.TrimStart('~');
        return [$"{nick}!{username}@{host}", $"{nick}!{plain}@{host}", $"{nick}!{username}@{address}", $"{nick}!{plain}@{address}"];
    }
}
