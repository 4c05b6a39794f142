using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Teahouse.Server.Certificates;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Certificates;

public sealed class LocalAuthorityTests : IDisposable
{
    private static readonly MachineNames Names = new(
        "teapot", ["chat.example.org"], ["teapot", "teapot.local", "localhost", "chat.example.org"],
        [IPAddress.Loopback, IPAddress.IPv6Loopback, IPAddress.Parse("192.168.1.5")]);

    private readonly TempFolder _temp = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_certificate_is_for_all_names_and_addresses()
    {
        var certificate = Load().ServerCertificate(Names);

        var alternative = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();
        Assert.Equal(Names.DnsNames, alternative.EnumerateDnsNames());
        Assert.Equal(Names.Addresses, alternative.EnumerateIPAddresses());
        Assert.True(certificate.HasPrivateKey);
        Assert.InRange((certificate.NotAfter - certificate.NotBefore).TotalDays, 300, 825);
    }

    [Fact]
    public void Whoever_trusts_the_authority_trusts_the_certificate()
    {
        var authority = Load();
        using var root = X509CertificateLoader.LoadCertificate(authority.CertificateDer);

        Assert.True(Verify(root, authority.ServerCertificate(Names)));
        Assert.Equal(CertificateFingerprint.Of(root), authority.Fingerprint);
    }

    [Fact]
    public void A_restart_makes_nothing_new()
    {
        var (authority, certificate) = (Load(), Load().ServerCertificate(Names));

        Assert.Equal(authority.Fingerprint, Load().Fingerprint);
        Assert.Equal(certificate.Thumbprint, Load().ServerCertificate(Names).Thumbprint);
    }

    [Fact]
    public void A_new_address_makes_a_new_certificate_with_the_same_key_and_authority()
    {
        var authority = Load();
        var before = authority.ServerCertificate(Names);
        var moved = Names with { Addresses = Names.Addresses.Add(IPAddress.Parse("10.9.8.7")) };

        var after = authority.ServerCertificate(moved);

        Assert.NotEqual(before.Thumbprint, after.Thumbprint);
        Assert.Equal(before.PublicKey.ExportSubjectPublicKeyInfo(), after.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal(authority.Fingerprint, Load().Fingerprint);
    }

    [Fact]
    public void An_address_that_is_gone_makes_none()
    {
        var authority = Load();
        var before = authority.ServerCertificate(Names);

        Assert.Equal(before.Thumbprint, authority.ServerCertificate(Names with { Addresses = [IPAddress.Loopback] }).Thumbprint);
    }

    [Fact]
    public void An_old_certificate_is_made_anew_before_it_expires()
    {
        var authority = Load();
        var before = authority.ServerCertificate(Names);
        _time.Advance(TimeSpan.FromDays(380));

        Assert.NotEqual(before.Thumbprint, authority.ServerCertificate(Names).Thumbprint);
    }

    [Fact]
    public void A_machine_with_a_new_name_keeps_its_authority_and_is_certified_as_local()
    {
        var before = Load();
        var renamed = Names with { Host = "kettle", DnsNames = ["kettle", "kettle.local", "localhost", "chat.example.org"] };

        var after = LocalAuthority.LoadOrMake(Folder(), renamed, _time);

        Assert.Equal(before.Fingerprint, after.Fingerprint);
        var alternative = after.ServerCertificate(renamed).Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();
        Assert.Equal(["kettle.local", "localhost", "chat.example.org"], alternative.EnumerateDnsNames());
    }

    [Fact]
    public void A_newly_configured_name_makes_a_new_authority()
    {
        var before = Load();
        var configured = Names with { Configured = ["other.example.net"], DnsNames = Names.DnsNames.Add("other.example.net") };

        var after = LocalAuthority.LoadOrMake(Folder(), configured, _time);

        Assert.NotEqual(before.Fingerprint, after.Fingerprint);
        using var root = X509CertificateLoader.LoadCertificate(after.CertificateDer);
        Assert.True(Verify(root, after.ServerCertificate(configured)));
    }

    [Fact]
    public void The_authority_cannot_certify_a_name_of_the_world()
    {
        Load();
        using var root = Folder().Load("ca")!;

        Assert.True(NameConstraints.Cover(root, "kettle.local"));
        Assert.True(NameConstraints.Cover(root, "chat.example.org"));
        Assert.False(NameConstraints.Cover(root, "bank.example"));
        Assert.False(NameConstraints.Cover(root, "notlocal"));
    }

    [Fact]
    public void Nobody_else_may_read_the_keys()
    {
        Load().ServerCertificate(Names);

        if (OperatingSystem.IsWindows()) return;
        foreach (var key in new[] { "ca.key", "server.key" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Folder().Path(key)));
    }

    [Theory]
    [InlineData("ca.crt")]
    [InlineData("ca.key")]
    [InlineData("server.crt")]
    [InlineData("server.key")]
    public void A_damaged_file_is_replaced(string file)
    {
        Load().ServerCertificate(Names);
        File.WriteAllText(Folder().Path(file), "-----BEGIN ");

        var authority = Load();

        using var root = X509CertificateLoader.LoadCertificate(authority.CertificateDer);
        Assert.True(Verify(root, authority.ServerCertificate(Names)));
    }

    [Fact]
    public void This_machine_is_called_by_its_names_and_addresses()
    {
        var names = MachineNames.Find(["Chat.Example.ORG"]);

        Assert.Contains("localhost", names.DnsNames);
        Assert.Contains("chat.example.org", names.DnsNames);
        Assert.Contains(names.LocalName, names.DnsNames);
        Assert.Contains(IPAddress.Loopback, names.Addresses);
        Assert.Contains(IPAddress.IPv6Loopback, names.Addresses);
    }

    public void Dispose() => _temp.Dispose();

    private CertificateFolder Folder() => new(Path.Combine(_temp.Path, "tls"));

    private LocalAuthority Load() => LocalAuthority.LoadOrMake(Folder(), Names, _time);

    private bool Verify(X509Certificate2 root, X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = _time.GetUtcNow().UtcDateTime;
        return chain.Build(certificate);
    }
}
