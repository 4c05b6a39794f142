using System.Collections.Immutable;

namespace Teahouse.Server.Web;

/// <summary>Which web pages may open a WebSocket: the server's own, and those in <c>[web] origins</c>. What sends no Origin is no browser.</summary>
internal sealed class OriginRule(ImmutableArray<string> origins)
{
    public bool Allows(HttpRequest request)
    {
        if (!request.Headers.TryGetValue("Origin", out var values)) return true;
        if (values is not [{ } origin] || !Uri.TryCreate(origin, UriKind.Absolute, out var uri)) return false;
        var own = uri.Scheme == request.Scheme
            && uri.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase)
            && uri.Port == (request.Host.Port ?? (request.IsHttps ? 443 : 80));
        return own || origins.Contains(uri.GetLeftPart(UriPartial.Authority), StringComparer.OrdinalIgnoreCase);
    }
}
