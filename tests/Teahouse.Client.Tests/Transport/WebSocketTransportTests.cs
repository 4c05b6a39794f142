using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Teahouse.Client.Tests;

public sealed class WebSocketTransportTests
{
    [Fact]
    public async Task Each_message_is_one_line()
    {
        await using var server = await StartAsync(async socket =>
        {
            await SayAsync(socket, "hello", end: true);
            await SayAsync(socket, "in two ", end: false);
            await SayAsync(socket, "pieces\r\n", end: true);
            await SayAsync(socket, "got " + await HearAsync(socket), end: true);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", default);
        });
        await using var transport = await WebSocketTransport.ConnectAsync(Address(server, "ws"), null, TestContext.Current.CancellationToken);
        Assert.Equal(["hello", "in two pieces"], [await LineAsync(transport), await LineAsync(transport)]);
        await transport.SendAsync("NICK 陈晓\r\n"u8.ToArray(), default);
        Assert.Equal("got NICK 陈晓", await LineAsync(transport));
        Assert.Null(await LineAsync(transport));
    }

    [Fact]
    public async Task The_protocol_is_asked_for()
    {
        await using var server = await StartAsync(socket => SayAsync(socket, socket.SubProtocol!, end: true));
        await using var transport = await WebSocketTransport.ConnectAsync(Address(server, "ws"), null, TestContext.Current.CancellationToken);
        Assert.Equal("text.ircv3.net", await LineAsync(transport));
    }

    [Fact]
    public async Task A_message_that_is_too_long_is_a_broken_peer()
    {
        await using var server = await StartAsync(socket => SayAsync(socket, new string('x', 30_000), end: true));
        await using var transport = await WebSocketTransport.ConnectAsync(Address(server, "ws"), null, TestContext.Current.CancellationToken);
        var e = await Assert.ThrowsAsync<TransportException>(() => LineAsync(transport));
        Assert.Equal(ProblemKind.ProtocolBroken, e.Problem.Kind);
    }

    [Fact]
    public async Task A_connection_that_breaks_says_so()
    {
        await using var server = await StartAsync(async socket =>
        {
            await HearAsync(socket);
            socket.Abort();
        });
        await using var transport = await WebSocketTransport.ConnectAsync(Address(server, "ws"), null, TestContext.Current.CancellationToken);
        await transport.SendAsync("break\r\n"u8.ToArray(), default);
        var e = await Assert.ThrowsAsync<TransportException>(() => LineAsync(transport));
        Assert.Equal(ProblemKind.ConnectionLost, e.Problem.Kind);
    }

    [Fact]
    public async Task Where_no_WebSocket_is_it_says_so()
    {
        await using var server = await StartAsync(_ => Task.CompletedTask);
        var wrong = new UriBuilder(Address(server, "ws")) { Path = "/nothing" }.Uri;
        var e = await Assert.ThrowsAsync<TransportException>(() => WebSocketTransport.ConnectAsync(wrong, null, TestContext.Current.CancellationToken));
        Assert.Equal(ProblemKind.ProtocolBroken, e.Problem.Kind);
        await server.StopAsync(TestContext.Current.CancellationToken);
        e = await Assert.ThrowsAsync<TransportException>(() => WebSocketTransport.ConnectAsync(wrong, null, TestContext.Current.CancellationToken));
        Assert.Equal(ProblemKind.Unreachable, e.Problem.Kind);
    }

    [Fact]
    public async Task Certificates_are_judged_as_over_TCP()
    {
        using var authority = new TestAuthority();
        await using var server = await StartAsync(socket => SayAsync(socket, "hello", end: true), authority);
        var address = Address(server, "wss");
        foreach (var trust in new CertificateTrust[] { new(Authority: authority.Root), new(Sha256: authority.LeafSha256) })
        {
            await using var transport = await WebSocketTransport.ConnectAsync(address, trust, TestContext.Current.CancellationToken);
            Assert.Equal("hello", await LineAsync(transport));
        }
        Assert.Equal(ProblemKind.CertificateUntrusted, (await RefusedAsync(address, null)).Kind);
        Assert.Equal(ProblemKind.CertificateUntrusted, (await RefusedAsync(address, CertificateTrust.System)).Kind);
        Assert.Equal(ProblemKind.CertificateNotPinned, (await RefusedAsync(address, new(Sha256: new string('0', 64)))).Kind);
    }

    private static async Task<Problem> RefusedAsync(Uri address, CertificateTrust? trust)
    {
        var e = await Assert.ThrowsAsync<TransportException>(() => WebSocketTransport.ConnectAsync(address, trust, TestContext.Current.CancellationToken));
        return e.Problem;
    }

    private static async Task<WebApplication> StartAsync(Func<WebSocket, Task> talk, TestAuthority? authority = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0, l =>
        {
            if (authority is not null) l.UseHttps(authority.Leaf);
        }));
        var server = builder.Build();
        server.UseWebSockets();
        server.Map("/irc", async (HttpContext context) =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync("text.ircv3.net");
            await talk(socket);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    private static Uri Address(WebApplication server, string scheme) =>
        new UriBuilder(server.Urls.Single()) { Scheme = scheme, Path = "/irc" }.Uri;

    private static Task SayAsync(WebSocket socket, string text, bool end) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, end, default);

    private static async Task<string> HearAsync(WebSocket socket)
    {
        var buffer = new byte[1000];
        var result = await socket.ReceiveAsync(buffer, default);
        Assert.Equal((WebSocketMessageType.Text, true), (result.MessageType, result.EndOfMessage));
        return Encoding.UTF8.GetString(buffer, 0, result.Count);
    }

    private static async Task<string?> LineAsync(ITransport transport) =>
        await transport.ReceiveAsync(TestContext.Current.CancellationToken) is { } line ? Encoding.UTF8.GetString(line.Span) : null;
}
