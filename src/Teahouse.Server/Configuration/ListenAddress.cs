using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace Teahouse.Server.Configuration;

/// <summary>An address to listen on, as it was written and as sockets want it.</summary>
/// <param name="EndPoints">Two for <c>localhost</c>, else one.</param>
internal sealed record ListenAddress(string Text, ImmutableArray<IPEndPoint> EndPoints)
{
    public bool LoopbackOnly => EndPoints.All(endPoint => IPAddress.IsLoopback(endPoint.Address));

    /// <summary>Reads <c>127.0.0.1:6667</c>, <c>[::1]:6667</c>, <c>localhost:6667</c> or <c>*:6697</c>; null if it is none of those.</summary>
    public static ListenAddress? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 1 || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)) return null;
        var host = text[..colon];
        IPAddress[]? addresses = host switch
        {
            "*" => [IPAddress.IPv6Any],
            "localhost" => [IPAddress.Loopback, IPAddress.IPv6Loopback],
            ['[', .. var inner, ']'] when inner.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(inner, out var six) => [six],
            _ when host.Count(c => c == '.') == 3 && IPAddress.TryParse(host, out var four) => [four],
            _ => null,
        };
        return addresses is null ? null : new(text, [.. addresses.Select(address => new IPEndPoint(address, port))]);
    }
}
