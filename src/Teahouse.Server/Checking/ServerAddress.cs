using System.Globalization;
using System.Net;

namespace Teahouse.Server.Checking;

/// <summary>Where a server listens: <c>irc.example.org:6667</c>, <c>127.0.0.1:6667</c>, <c>[::1]:6667</c>.</summary>
internal static class ServerAddress
{
    public static bool TryParse(string text, out EndPoint? address)
    {
        address = null;
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0) return false;
        var host = text[..colon].Trim('[', ']');
        if (IPAddress.TryParse(host, out var ip)) address = new IPEndPoint(ip, port);
        else if (Uri.CheckHostName(host) == UriHostNameType.Dns) address = new DnsEndPoint(host, port);
        return address is not null;
    }

    /// <exception cref="FormatException">It is none.</exception>
    public static EndPoint Parse(string text) => TryParse(text, out var address) ? address! : throw new FormatException("Not HOST:PORT.");
}
