using System.Collections.Immutable;
using Teahouse.Core.Accounts;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Hosting;

/// <summary>Who an account is here.</summary>
/// <param name="Connections">Empty: it only stays.</param>
public sealed record AccountPresence(string Nick, ImmutableArray<AccountConnection> Connections, int Rooms);

/// <summary>One connection of an account.</summary>
/// <param name="Device">What the device is called; empty: it has no name.</param>
/// <param name="Since">Milliseconds since 1970 UTC.</param>
/// <param name="Secure">Nobody on the way can read it.</param>
public sealed record AccountConnection(string Device, long Since, bool Web, bool Secure)
{
    internal static AccountConnection Of(Session session) => new(
        session.DeviceName, session.Connected, session.Connection.Transport == Transport.WebSocket, session.Connection.Secure);

    /// <summary>As people read it.</summary>
    public override string ToString() =>
        $"{(Device.Length == 0 ? DeviceCredential.Unnamed : Device)}, since {ServerTime.Format(Since)[..16]}Z, by {(Web ? "WebSocket" : "IRC")}{(Secure ? "" : " in plain text")}";
}
