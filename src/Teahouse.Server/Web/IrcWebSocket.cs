using System.Net;
using Teahouse.Core.Hosting;
using Teahouse.Server.Files;

namespace Teahouse.Server.Web;

/// <summary>IRC over WebSocket: https://ircv3.net/specs/extensions/websocket</summary>
internal sealed class IrcWebSocket(ChatServer chat, OriginRule origins, TimeProvider time, CancellationToken closing)
{
    private const string Text = "text.ircv3.net";
    private const string Binary = "binary.ircv3.net";

    public async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            context.Response.Headers.Upgrade = "websocket";
            return;
        }

        if (!origins.Allows(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        // The client's order is its preference.
        var protocol = context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault(name => name is Text or Binary);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(protocol);
        var info = new Core.Hosting.ConnectionInfo(
            context.Connection.RemoteIpAddress ?? IPAddress.None, context.Request.IsHttps, Core.Hosting.Transport.WebSocket)
        {
            FileHost = FileHost.For(context.Request),
        };
        await WebSocketTransport.RunAsync(
            socket, protocol == Binary, transport => chat.RunSessionAsync(transport, info, closing), time, context.RequestAborted);
    }
}
