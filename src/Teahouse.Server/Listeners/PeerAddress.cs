using System.Net;

namespace Teahouse.Server.Listeners;

internal static class PeerAddress
{
    /// <summary>The address, an IPv4 one as such also where a socket for both gave it as IPv6.</summary>
    public static IPAddress Of(EndPoint? endPoint) => Plain((endPoint as IPEndPoint)?.Address ?? IPAddress.None);

    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
