using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Teahouse.Server.Configuration;
using Teahouse.Server.Hosting;
using Teahouse.Server.Listeners;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Listeners;

public sealed class StsPolicyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Over_TLS_with_the_operators_certificate_the_name_that_was_asked_for_decides()
    {
        var (certificate, key) = Make("irc.example.org");
        await using var server = await TestServer.StartAsync($"""
            [server]
            name = "irc.example.org"
            [sts]
            enabled = true
            duration = 300
            preload = true
            [[listen]]
            address = "127.0.0.1:0"
            tls = true
            certificate = '{certificate}'
            key = '{key}'
            [[listen]]
            address = "127.0.0.1:0"
            """);

        Assert.Equal("sts=duration=300,preload", await ToldOverTlsAsync(server, certificate, "irc.example.org"));
        Assert.Null(await ToldOverTlsAsync(server, certificate, "other.example.org"));
        await using var local = await server.ConnectAsync();
        Assert.Null(await ToldAsync(local));
    }

    [Fact]
    public async Task With_a_certificate_that_the_server_made_it_stops_the_start()
    {
        var failure = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync("""
            [sts]
            enabled = true
            [[listen]]
            address = "127.0.0.1:0"
            tls = true
            """));

        Assert.Contains("a certificate of your own", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_from_elsewhere_is_sent_to_the_encrypted_port()
    {
        var plain = Listener("0.0.0.0", 6667, new());
        var own = Listener("0.0.0.0", 6697, new(Tls: true, Certificate: "c", Key: "k"));
        var made = Listener("0.0.0.0", 6698, new(Tls: true));
        var web = Listener("0.0.0.0", 8443, new(Tls: true, WebSocket: true, Certificate: "c", Key: "k"));
        var local = Listener("127.0.0.1", 6667, new());
        var policy = new StsPolicy(new() { Sts = new(Enabled: true) }, [made, web, plain, own]);

        Assert.Equal("port=6697", policy.For(plain, null));
        Assert.Null(policy.For(local, null));
        Assert.Null(policy.For(made, "teahouse.local"));
        Assert.Null(policy.For(web, "teahouse.local"));
        Assert.Null(policy.For(own, null));
        Assert.Equal("duration=2592000", policy.For(own, "TEAHOUSE.local"));
    }

    [Fact]
    public void A_duration_of_nothing_tells_clients_to_forget_it_and_sends_nobody_on()
    {
        var plain = Listener("0.0.0.0", 6667, new());
        var own = Listener("0.0.0.0", 6697, new(Tls: true, Certificate: "c", Key: "k"));
        var policy = new StsPolicy(new() { Sts = new(Enabled: true, Duration: 0) }, [plain, own]);

        Assert.Null(policy.For(plain, null));
        Assert.Equal("duration=0", policy.For(own, "teahouse.local"));
    }

    [Fact]
    public void Without_being_configured_it_is_not_offered()
    {
        var own = Listener("0.0.0.0", 6697, new(Tls: true, Certificate: "c", Key: "k"));

        Assert.Null(new StsPolicy(new(), [own]).For(own, "teahouse.local"));
    }

    public void Dispose() => _folder.Dispose();

    private static BoundListener Listener(string address, int port, ListenerOptions options) =>
        new(options, new IPEndPoint(IPAddress.Parse(address), port), null!);

    private static async Task<string?> ToldOverTlsAsync(TestServer server, string certificate, string host)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", server.Port(ListenerRole.IrcTls));
        var tls = new SslStream(socket.GetStream());
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        using var trusted = X509CertificateLoader.LoadCertificateFromFile(certificate);
        policy.CustomTrustStore.Add(trusted);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, CertificateChainPolicy = policy });
        await using var peer = new IrcPeer(tls);
        return await ToldAsync(peer);
    }

    private static async Task<string?> ToldAsync(IrcPeer peer)
    {
        await peer.RegisterAsync("ann");
        await peer.SendAsync("CAP LS 302", "PING :barrier");
        string? told = null;
        while (await peer.ReadUntilAsync(" ") is { } line && !line.Contains("PONG", StringComparison.Ordinal))
            told ??= line.Split(' ').FirstOrDefault(word => word.TrimStart(':').StartsWith("sts", StringComparison.Ordinal));
        await peer.SendAsync("QUIT");
        Assert.NotNull(await peer.ReadUntilAsync("ERROR"));
        return told;
    }

    private (string Certificate, string Key) Make(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddDnsName("other.example.org");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return (_folder.Write("cert.pem", certificate.ExportCertificatePem()), _folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem()));
    }
}
