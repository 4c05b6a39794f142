using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebSockets;
using Microsoft.Extensions.Options;
using Teahouse.Core.Files;
using Teahouse.Server.Files;
using Teahouse.Server.Listeners;

namespace Teahouse.Server.Web;

/// <summary>What an HTTP listener serves: the web page, files that people share, IRC over WebSocket, and whether the server is well.</summary>
internal sealed class HttpSide : IHttpApplication<HttpContext>
{
    private readonly ForwardedRequest _forwarded;
    private readonly HostRule _hosts;
    private readonly RequestDelegate _webSockets;
    private readonly IrcWebSocket _irc;
    private readonly HealthCheck _health;
    private readonly TrustPage _trust;
    private readonly ResetPage _reset;
    private readonly FileUploads _uploads;
    private readonly FileDownloads _downloads;
    private readonly WebFiles _files;

    public HttpSide(
        ForwardedRequest forwarded, HostRule hosts, IrcWebSocket irc, HealthCheck health, TrustPage trust, ResetPage reset, FileUploads uploads,
        FileDownloads downloads, WebFiles files, ILoggerFactory logs)
    {
        (_forwarded, _hosts, _irc, _health, _trust, _reset, _uploads, _downloads, _files) = (forwarded, hosts, irc, health, trust, reset, uploads, downloads, files);
        // The engine's PING keeps a connection alive; a timer in each socket would cost memory for nothing.
        var options = new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan };
        _webSockets = new WebSocketMiddleware(RouteAsync, Options.Create(options), logs).Invoke;
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public Task ProcessRequestAsync(HttpContext context)
    {
        SecurityHeaders.Add(context.Response.Headers);
        var listener = context.Features.GetRequiredFeature<BoundListener>();
        _forwarded.Apply(context);
        return _hosts.Answers(context, listener) ? Task.CompletedTask : _webSockets(context);
    }

    private Task RouteAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/irc" => _irc.ServeAsync(context),
        "/" when context.WebSockets.IsWebSocketRequest => _irc.ServeAsync(context),
        "/healthz" => _health.ServeAsync(context),
        "/trust" => _trust.ServeAsync(context),
        "/trust/style.css" => TrustPage.ServeStyleAsync(context),
        "/trust/ca.crt" => _trust.ServeAuthorityAsync(context),
        "/trust/ca.pem" => _trust.ServePemAsync(context),
        { } path when path.StartsWith(ResetPage.Prefix, StringComparison.Ordinal) => _reset.ServeAsync(context),
        { } path when path == FileUploads.Path || path.StartsWith(FileUploads.Path + '/', StringComparison.Ordinal) => _uploads.ServeAsync(context),
        { } path when path.StartsWith(FileLinks.Prefix, StringComparison.Ordinal) => _downloads.ServeAsync(context),
        _ => _files.ServeAsync(context),
    };
}
