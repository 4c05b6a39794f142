using System.Net.WebSockets;
using System.Text;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;
using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Web;

public sealed class WebSocketTests
{
    [Theory]
    [InlineData("/irc", "text.ircv3.net")]
    [InlineData("/irc", "binary.ircv3.net")]
    [InlineData("/", "text.ircv3.net")]
    public async Task A_WebSocket_client_and_a_TCP_client_talk_both_ways(string path, string subprotocol)
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        using var socket = await OpenAsync(folder, path, subprotocol, origin: null);
        Assert.Equal(subprotocol, socket.SubProtocol);
        foreach (var line in new[] { "NICK web", "USER web 0 * :web", "JOIN #tea" }) await SendAsync(socket, line);
        await ExpectAsync(socket, "366");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#tea");

        await SendAsync(socket, "PRIVMSG #tea :从网页来 🌐");
        Assert.Equal("web", (await ann.ExpectTextAsync("从网页来 🌐")).Source!.Name);
        await ann.SendAsync("PRIVMSG #tea :到网页去");
        Assert.Equal("到网页去", (await ExpectAsync(socket, "PRIVMSG"))[1]);
    }

    [Fact]
    public async Task A_page_from_elsewhere_cannot_connect()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(folder, "/irc", "text.ircv3.net", origin: "https://evil.example"));
        using var own = await OpenAsync(folder, "/irc", "text.ircv3.net", origin: $"http://localhost:{folder.Http}");
        Assert.Equal(WebSocketState.Open, own.State);
    }

    private static async Task<ClientWebSocket> OpenAsync(ServerFolder folder, string path, string subprotocol, string? origin)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.AddSubProtocol(subprotocol);
            if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
            using var patience = Patience.Start();
            await socket.ConnectAsync(new Uri($"ws://localhost:{folder.Http}{path}"), patience.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // One line is one frame, without CR LF.
    private static async Task SendAsync(ClientWebSocket socket, string line)
    {
        using var patience = Patience.Start();
        var type = socket.SubProtocol == "text.ircv3.net" ? WebSocketMessageType.Text : WebSocketMessageType.Binary;
        await socket.SendAsync(Encoding.UTF8.GetBytes(line), type, endOfMessage: true, patience.Token);
    }

    private static async Task<Message> ExpectAsync(ClientWebSocket socket, string command)
    {
        using var patience = Patience.Start();
        var buffer = new byte[16_384];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, patience.Token);
            Assert.True(received.EndOfMessage);
            Assert.Equal(socket.SubProtocol == "text.ircv3.net" ? WebSocketMessageType.Text : WebSocketMessageType.Binary, received.MessageType);
            var message = MessageParser.Parse(Encoding.UTF8.GetString(buffer, 0, received.Count));
            if (message.Command == command) return message;
        }
    }
}
