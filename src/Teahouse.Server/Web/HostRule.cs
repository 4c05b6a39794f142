using System.Collections.Immutable;
using System.Net;
using Teahouse.Server.Listeners;

namespace Teahouse.Server.Web;

/// <summary>
/// Under which names a plain listener on this machine answers. 127.0.0.1 is sent to localhost, so that a browser has one identity there;
/// a name that is not this machine's is refused: a page from elsewhere could point its own name at 127.0.0.1 and so become our own origin.
/// </summary>
internal sealed class HostRule(ImmutableArray<string> origins)
{
    private readonly HashSet<string> _published = [.. origins.Select(origin => new Uri(origin).Host)];

    /// <summary>True if the request has been answered, and nothing else is to be done.</summary>
    public bool Answers(HttpContext context, BoundListener listener)
    {
        if (listener.Options.Tls || !IPAddress.IsLoopback(listener.EndPoint.Address) || context.Features.Get<ByTrustedProxy>() is not null)
            return false;
        var request = context.Request;
        var host = request.Host.Host;
        if (host == "localhost" || _published.Contains(host) || request.Path == "/healthz") return false;
        if (!IPAddress.TryParse(host, out var address) || !IPAddress.IsLoopback(address))
        {
            // Misdirected Request.
            context.Response.StatusCode = 421;
            return true;
        }

        // Programs that connect by WebSocket need no identity, and rarely follow a redirect.
        if (!HttpMethods.IsGet(request.Method) || request.Headers.ContainsKey("Upgrade")) return false;
        var port = request.Host.Port is { } number ? FormattableString.Invariant($":{number}") : "";
        context.Response.Redirect($"{request.Scheme}://localhost{port}{request.Path.ToUriComponent()}{request.QueryString}");
        return true;
    }
}
