using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Teahouse.Core.Accounts;
using Teahouse.Server.Listeners;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Listeners;

public sealed class ClientCertificateTests
{
    private const string Tls = "[[listen]]\naddress = \"127.0.0.1:0\"\ntls = true\n";

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_certificate_that_nobody_signed_logs_in_to_the_account_that_knows_it(SslProtocols version)
    {
        await using var server = await TestServer.StartAsync(Tls);
        using var certificate = Make();
        await AddAsync(server, certificate);

        await using var ann = await ConnectAsync(server, certificate, version);
        await ann.SendAsync("AUTHENTICATE EXTERNAL", "AUTHENTICATE +");

        Assert.Contains(" ann :You are now logged in as ann", await ann.ReadUntilAsync(" 900 "), StringComparison.Ordinal);
        Assert.NotNull(await ann.ReadUntilAsync(" 903 "));
    }

    [Fact]
    public async Task Another_certificate_does_not()
    {
        await using var server = await TestServer.StartAsync(Tls);
        using var certificate = Make();
        using var other = Make();
        await AddAsync(server, certificate);

        await using var eve = await ConnectAsync(server, other, SslProtocols.None);
        await eve.SendAsync("AUTHENTICATE EXTERNAL", "AUTHENTICATE +");

        Assert.NotNull(await eve.ReadUntilAsync(" 904 "));
    }

    [Fact]
    public async Task A_client_without_one_is_served_and_not_offered_it()
    {
        await using var server = await TestServer.StartAsync(Tls);

        await using var bob = await ConnectAsync(server, null, SslProtocols.None);
        await bob.RegisterAsync("bob");
        await bob.SendAsync("AUTHENTICATE EXTERNAL");

        Assert.Contains(" PLAIN,SCRAM-SHA-256 ", await bob.ReadUntilAsync(" 908 "), StringComparison.Ordinal);
    }

    private static async Task AddAsync(TestServer server, X509Certificate2 certificate)
    {
        var accounts = server.Host.Chat.Accounts;
        var ann = (await accounts.AddAsync("ann", "correct horse")).Account!;
        Assert.True(CertificateFingerprints.TryParse(certificate.GetCertHashString(HashAlgorithmName.SHA256), out var fingerprint));
        Assert.Equal(CertificateOutcome.Added, await accounts.AddCertificateAsync(ann.Id, fingerprint));
    }

    private static async Task<IrcPeer> ConnectAsync(TestServer server, X509Certificate2? certificate, SslProtocols version)
    {
        using var authority = X509CertificateLoader.LoadCertificate(server.Host.Certificates!.Authority!.CertificateDer);
        var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", server.Port(ListenerRole.IrcTls));
        var tls = new SslStream(socket.GetStream());
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(authority);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            CertificateChainPolicy = policy,
            EnabledSslProtocols = version,
            ClientCertificates = certificate is null ? null : [certificate],
        });
        return new IrcPeer(tls);
    }

    private static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ann", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
