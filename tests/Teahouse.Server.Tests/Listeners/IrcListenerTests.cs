using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Teahouse.Server.Listeners;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Listeners;

public sealed class IrcListenerTests
{
    private const string Plain = "[[listen]]\naddress = \"127.0.0.1:0\"\n";

    [Theory]
    [InlineData("GET / HTTP/1.1", true)]
    [InlineData("POST /irc HTTP/1.0\r", true)]
    [InlineData("OPTIONS * HTTP/1.1", true)]
    [InlineData("NICK ann", false)]
    [InlineData("PRIVMSG #web :GET / HTTP/1.1", false)]
    [InlineData("USER a 0 * :x", false)]
    [InlineData("get / HTTP/1.1", false)]
    [InlineData("HTTP/1.1", false)]
    [InlineData("", false)]
    public void A_request_line_of_HTTP_is_known(string line, bool expected) =>
        Assert.Equal(expected, HttpRequestLine.Is(Encoding.ASCII.GetBytes(line)));

    [Fact]
    public async Task A_web_page_that_posts_to_the_IRC_port_is_cut_off_before_any_line_is_obeyed()
    {
        await using var server = await TestServer.StartAsync(Plain);
        await using var browser = await server.ConnectAsync();

        await browser.SendAsync("POST / HTTP/1.1", "Host: localhost", "", "NICK evil", "USER evil 0 * :evil");

        var last = await browser.ReadUntilAsync("");
        Assert.StartsWith("ERROR :", last, StringComparison.Ordinal);
        Assert.Contains("the web page is at another port", last, StringComparison.Ordinal);
        Assert.Null(await browser.ReadToEndAsync());
    }

    [Fact]
    public async Task A_client_that_speaks_IRC_is_served()
    {
        await using var server = await TestServer.StartAsync(Plain);
        await using var ann = await server.ConnectAsync();

        await ann.RegisterAsync("ann");
    }

    [Fact]
    public async Task A_stop_says_goodbye_to_everybody()
    {
        await using var server = await TestServer.StartAsync(Plain);
        await using var ann = await server.ConnectAsync();
        await ann.RegisterAsync("ann");

        var stopping = server.StopAsync();

        Assert.NotNull(await ann.ReadUntilAsync("ERROR :"));
        Assert.Null(await ann.ReadToEndAsync());
        await stopping.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Over_TLS_a_client_that_trusts_the_authority_is_served()
    {
        await using var server = await TestServer.StartAsync("[[listen]]\naddress = \"127.0.0.1:0\"\ntls = true\n");
        using var authority = X509CertificateLoader.LoadCertificate(server.Host.Certificates!.Authority!.CertificateDer);
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", server.Port(ListenerRole.IrcTls));
        await using var tls = new SslStream(socket.GetStream());
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(authority);

        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = policy });

        await using var ann = new IrcPeer(tls);
        await ann.RegisterAsync("ann");
    }
}
