using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Teahouse.Server.Listeners;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Listeners;

/// <summary>Who a client is behind proxies and gateways, over real sockets.</summary>
public sealed class GatewayTests
{
    private const string Trusted = "[proxy]\ntrusted = [\"127.0.0.1\"]\n";
    private const string Header = "PROXY TCP4 203.0.113.9 127.0.0.1 5000 6697\r\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_PROXY_header_of_version_1_stands_before_TLS(bool demanded)
    {
        await using var server = await TestServer.StartAsync(Trusted + Listener(tls: true, demanded));
        await using var ann = await ConnectAsync(server, Encoding.ASCII.GetBytes(Header), tls: true);

        await AssertIsAsync(ann, "203.0.113.9", secure: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_PROXY_header_of_version_2_stands_before_TLS(bool six)
    {
        await using var server = await TestServer.StartAsync(Trusted + Listener(tls: true, demanded: true));
        await using var ann = await ConnectAsync(server, six ? VersionTwoOfSix() : VersionTwo([]), tls: true);

        await AssertIsAsync(ann, six ? "2001:db8::9" : "203.0.113.9", secure: true);
    }

    [Fact]
    public async Task A_proxy_on_this_machine_that_ended_TLS_says_so_in_version_2()
    {
        await using var server = await TestServer.StartAsync(Trusted + Listener(tls: false, demanded: true));
        await using var ann = await ConnectAsync(server, VersionTwo([0x01, 0, 1, 0x78, 0x20, 0, 5, 1, 0, 0, 0, 0]), tls: false);
        await using var bob = await ConnectAsync(server, VersionTwo([0x20, 0, 5, 0, 0, 0, 0, 0]), tls: false);

        await AssertIsAsync(ann, "203.0.113.9", secure: true);
        await AssertIsAsync(bob, "203.0.113.9", secure: false);
    }

    [Fact]
    public async Task A_listener_that_demands_the_header_serves_nobody_without_it()
    {
        await using var server = await TestServer.StartAsync(Trusted + Listener(tls: false, demanded: true));
        await using var ann = await ConnectAsync(server, [], tls: false);

        await ann.SendAsync("NICK ann", "USER ann 0 * :ann");

        Assert.Null(await ann.ReadUntilAsync(" 001 "));
    }

    [Fact]
    public async Task Nobody_is_believed_who_is_not_trusted()
    {
        await using var server = await TestServer.StartAsync(Listener(tls: false, demanded: false));
        await using var ann = await ConnectAsync(server, Encoding.ASCII.GetBytes(Header), tls: false);

        await AssertIsAsync(ann, "127.0.0.1", secure: false);
    }

    [Theory]
    [InlineData(true, "203.0.113.9", true)]
    [InlineData(false, "127.0.0.1", false)]
    public async Task Over_WebSocket_the_forwarded_address_and_scheme_are_a_trusted_proxys_word(bool trusted, string address, bool secure)
    {
        await using var server = await TestServer.StartAsync((trusted ? Trusted : "") + "[[listen]]\naddress = \"127.0.0.1:0\"\nwebsocket = true\n");
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("X-Forwarded-For", "198.51.100.1, 203.0.113.9");
        socket.Options.SetRequestHeader("X-Forwarded-Proto", "https");
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{server.Port(ListenerRole.Http)}/irc"), default);

        foreach (var line in (string[])["NICK ann", "USER ann 0 * :ann", "WHOIS ann"])
            await socket.SendAsync(Encoding.UTF8.GetBytes(line), WebSocketMessageType.Text, endOfMessage: true, default);

        List<string> told = [];
        while (told.Count == 0 || !told[^1].Contains(" 318 ", StringComparison.Ordinal)) told.Add(await ReceiveAsync(socket));
        AssertIs(told, address, secure);
    }

    [Theory]
    [InlineData("secure", true)]
    [InlineData("local-port=6697", false)]
    public async Task A_gateway_says_for_whom_it_connects(string options, bool secure)
    {
        await using var server = await TestServer.StartAsync("[[webirc]]\nname = \"web\"\npassword = \"hunter2\"\nfrom = [\"127.0.0.0/8\"]\n" + Listener(tls: true, demanded: false));
        await using var ann = await ConnectAsync(server, [], tls: true);

        await ann.SendAsync($"WEBIRC hunter2 gate host.example 203.0.113.9 :{options}");

        await AssertIsAsync(ann, "203.0.113.9", secure);
    }

    [Fact]
    public async Task A_gateway_with_a_wrong_password_is_told_and_closed()
    {
        await using var server = await TestServer.StartAsync("[[webirc]]\nname = \"web\"\npassword = \"hunter2\"\nfrom = [\"127.0.0.0/8\"]\n" + Listener(tls: false, demanded: false));
        await using var ann = await ConnectAsync(server, [], tls: false);

        await ann.SendAsync("WEBIRC hunter3 gate host.example 203.0.113.9", "NICK ann", "USER ann 0 * :ann");

        Assert.Contains("Invalid WebIRC password", await ann.ReadUntilAsync("ERROR :"), StringComparison.Ordinal);
        Assert.Null(await ann.ReadToEndAsync());
    }

    private static string Listener(bool tls, bool demanded) =>
        $"[[listen]]\naddress = \"127.0.0.1:0\"\ntls = {(tls ? "true" : "false")}\nproxy = {(demanded ? "true" : "false")}\n";

    private static byte[] VersionTwo(byte[] extras) =>
        [.. "\r\n\r\n\0\r\nQUIT\n"u8, 0x21, 0x11, 0, (byte)(12 + extras.Length), 203, 0, 113, 9, 127, 0, 0, 1, 0x13, 0x88, 0x1a, 0x29, .. extras];

    private static byte[] VersionTwoOfSix() =>
    [
        .. "\r\n\r\n\0\r\nQUIT\n"u8, 0x21, 0x21, 0, 36,
        0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x13, 0x88, 0x1a, 0x29,
    ];

    private static async Task<IrcPeer> ConnectAsync(TestServer server, byte[] first, bool tls)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", server.Port(tls ? ListenerRole.IrcTls : ListenerRole.Irc));
        var stream = socket.GetStream();
        await stream.WriteAsync(first);
        if (!tls) return new IrcPeer(stream);
        using var authority = X509CertificateLoader.LoadCertificate(server.Host.Certificates!.Authority!.CertificateDer);
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(authority);
        var secured = new SslStream(stream);
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = policy });
        return new IrcPeer(secured);
    }

    /// <summary>Who asks about itself is shown its own address.</summary>
    private static async Task AssertIsAsync(IrcPeer client, string address, bool secure)
    {
        var nick = secure ? "ann" : "bob";
        await client.RegisterAsync(nick);
        await client.SendAsync($"WHOIS {nick}");
        List<string> told = [];
        while (await client.ReadUntilAsync($" {nick} ") is { } line && !line.Contains(" 318 ", StringComparison.Ordinal)) told.Add(line);
        AssertIs(told, address, secure);
    }

    private static void AssertIs(List<string> told, string address, bool secure)
    {
        Assert.Contains(told, line => line.Contains(" 338 ", StringComparison.Ordinal) && line.Contains($" {address} :", StringComparison.Ordinal));
        Assert.Equal(secure, told.Exists(line => line.Contains(" 671 ", StringComparison.Ordinal)));
    }

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[8192];
        using var patience = new CancellationTokenSource(Patience.Limit);
        var received = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
        Assert.True(received.EndOfMessage);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
