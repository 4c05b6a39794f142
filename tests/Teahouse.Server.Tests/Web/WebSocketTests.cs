using System.Net.WebSockets;
using System.Text;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Web;

public sealed class WebSocketTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await TestServer.StartAsync("[[listen]]\naddress = \"127.0.0.1:0\"\nwebsocket = true\n[web]\norigins = [\"https://chat.example.org\"]\n");

    [Theory]
    [InlineData("/irc", "text.ircv3.net", WebSocketMessageType.Text)]
    [InlineData("/irc", "binary.ircv3.net", WebSocketMessageType.Binary)]
    [InlineData("/irc", null, WebSocketMessageType.Text)]
    [InlineData("/", "text.ircv3.net", WebSocketMessageType.Text)]
    public async Task A_message_is_a_line_without_its_end(string path, string? protocol, WebSocketMessageType type)
    {
        using var socket = await ConnectAsync(path, protocol);
        Assert.Equal(protocol, socket.SubProtocol);

        await SendAsync(socket, "NICK ann");
        await SendAsync(socket, "USER ann 0 * :陈晓");
        await SendAsync(socket, "PING :茶馆");

        var (line, answered) = await ReceiveUntilAsync(socket, "PONG");
        Assert.NotNull(line);
        Assert.EndsWith(":茶馆", line, StringComparison.Ordinal);
        Assert.Equal(type, answered);
        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain('\r', line);
    }

    [Fact]
    public async Task The_clients_order_of_protocols_is_its_preference()
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("other");
        socket.Options.AddSubProtocol("binary.ircv3.net");
        socket.Options.AddSubProtocol("text.ircv3.net");

        await socket.ConnectAsync(_server.WebSocket("/irc"), default);

        Assert.Equal("binary.ircv3.net", socket.SubProtocol);
    }

    [Fact]
    public async Task A_message_in_fragments_is_one_line()
    {
        using var socket = await ConnectAsync("/irc", "text.ircv3.net");

        await SendAsync(socket, "NICK ann");
        await SendAsync(socket, "USER ann 0 * :ann");
        await socket.SendAsync("PI"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: false, default);
        await socket.SendAsync("NG :whole"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, default);

        Assert.NotNull((await ReceiveUntilAsync(socket, "PONG")).Line);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_refused_and_the_connection_lives()
    {
        using var socket = await ConnectAsync("/irc", "text.ircv3.net");
        await SendAsync(socket, "NICK ann");
        await SendAsync(socket, "USER ann 0 * :ann");
        await ReceiveUntilAsync(socket, " 001 ");

        await SendAsync(socket, "PRIVMSG ann :" + new string('x', 10_000));
        await SendAsync(socket, "PING :still here");

        Assert.NotNull((await ReceiveUntilAsync(socket, " 417 ")).Line);
        Assert.NotNull((await ReceiveUntilAsync(socket, "still here")).Line);
    }

    [Fact]
    public async Task A_message_beyond_all_measure_closes()
    {
        using var socket = await ConnectAsync("/irc", "text.ircv3.net");

        await SendAsync(socket, new string('x', 200_000));

        await ReceiveUntilAsync(socket, "\0");
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
    }

    [Fact]
    public async Task A_quit_ends_with_the_closing_handshake()
    {
        using var socket = await ConnectAsync("/irc", "text.ircv3.net");

        await SendAsync(socket, "QUIT :bye");

        await ReceiveUntilAsync(socket, "\0");
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default).WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task A_client_that_closes_is_answered()
    {
        using var socket = await ConnectAsync("/irc", "text.ircv3.net");

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default).WaitAsync(Patience.Limit);

        Assert.Equal(WebSocketState.Closed, socket.State);
    }

    [Fact]
    public async Task A_stop_says_goodbye_and_closes()
    {
        using var socket = await ConnectAsync("/irc", "text.ircv3.net");
        var heard = ReceiveUntilAsync(socket, "ERROR :");

        var stopping = _server.StopAsync();

        Assert.NotNull((await heard).Line);
        await ReceiveUntilAsync(socket, "\0");
        await stopping.WaitAsync(Patience.Limit);
    }

    [Theory]
    [InlineData("own", true)]
    [InlineData("https://chat.example.org", true)]
    [InlineData(null, true)]
    [InlineData("http://evil.example", false)]
    [InlineData("http://localhost:1", false)]
    [InlineData("null", false)]
    public async Task Only_pages_of_its_own_and_configured_origins_may_connect(string? origin, bool allowed)
    {
        using var socket = new ClientWebSocket();
        if (origin == "own") origin = _server.Http("/").GetLeftPart(UriPartial.Authority);
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);

        var connecting = socket.ConnectAsync(_server.WebSocket("/irc"), default);

        if (allowed) await connecting;
        else await Assert.ThrowsAsync<WebSocketException>(() => connecting);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<ClientWebSocket> ConnectAsync(string path, string? protocol)
    {
        var socket = new ClientWebSocket();
        if (protocol is not null) socket.Options.AddSubProtocol(protocol);
        await socket.ConnectAsync(_server.WebSocket(path), default);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string line) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(line), WebSocketMessageType.Text, endOfMessage: true, default);

    /// <summary>The first message that contains the text; null when the server closes.</summary>
    private static async Task<(string? Line, WebSocketMessageType Type)> ReceiveUntilAsync(ClientWebSocket socket, string text)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var length = 0;
            WebSocketReceiveResult received;
            do
            {
                received = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), patience.Token);
                length += received.Count;
            }
            while (!received.EndOfMessage);
            if (received.MessageType is WebSocketMessageType.Close) return (null, received.MessageType);
            var line = Encoding.UTF8.GetString(buffer, 0, length);
            if (line.Contains(text, StringComparison.Ordinal)) return (line, received.MessageType);
        }
    }
}
