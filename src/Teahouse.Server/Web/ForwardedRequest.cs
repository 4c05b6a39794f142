using System.Collections.Immutable;
using System.Net;
using Teahouse.Server.Listeners;

namespace Teahouse.Server.Web;

/// <summary>Takes client address and scheme from a trusted reverse proxy's X-Forwarded-For and -Proto; nobody else's are looked at.</summary>
internal sealed class ForwardedRequest(ImmutableArray<IPNetwork> trusted)
{
    public void Apply(HttpContext context)
    {
        var connection = context.Connection;
        var peer = PeerAddress.Plain(connection.RemoteIpAddress ?? IPAddress.None);
        connection.RemoteIpAddress = peer;
        if (context.Features.Get<ProxiedTls>() is not null) context.Request.Scheme = "https";
        if (!Trusts(peer)) return;
        context.Features.Set(new ByTrustedProxy());

        // From the right: each proxy adds the address it saw; the first that is no proxy of ours is the client.
        var chain = context.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries);
        for (var i = chain.Length - 1; i >= 0 && Trusts(peer) && IPAddress.TryParse(chain[i], out var before); i--)
            peer = PeerAddress.Plain(before);
        connection.RemoteIpAddress = peer;

        if (context.Request.Headers["X-Forwarded-Proto"] is [.., { } scheme] && (scheme is "https" or "http"))
            context.Request.Scheme = scheme;
    }

    private bool Trusts(IPAddress address) => trusted.Any(network => network.Contains(address));
}

/// <summary>Marks a request that came through a trusted proxy: its Host is the proxy's word.</summary>
internal sealed record ByTrustedProxy;
