using System.Net;
using System.Net.Sockets;
using Teahouse.Server.Configuration;

namespace Teahouse.Server.Listeners;

/// <summary>A socket that has its port, before anybody listens on it.</summary>
internal sealed record BoundListener(ListenerOptions Options, IPEndPoint EndPoint, Socket Socket)
{
    public ListenerRole Role => (Options.WebSocket, Options.Tls) switch
    {
        (false, false) => ListenerRole.Irc,
        (false, true) => ListenerRole.IrcTls,
        (true, false) => ListenerRole.Http,
        (true, true) => ListenerRole.Https,
    };
}

internal enum ListenerRole
{
    Irc,
    IrcTls,
    Http,
    Https,
}
