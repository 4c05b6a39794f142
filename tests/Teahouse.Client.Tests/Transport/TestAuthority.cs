using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Teahouse.Client.Tests;

/// <summary>A certificate authority of its own and a server's certificate from it.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset Yesterday = TimeProvider.System.GetUtcNow().AddDays(-1);

    public TestAuthority(string leafName = "127.0.0.1", bool expired = false)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest("CN=Test authority", rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        root.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(root.PublicKey, false));
        using var signing = root.CreateSelfSigned(Yesterday.AddDays(-10), Yesterday.AddDays(10));
        Root = X509CertificateLoader.LoadCertificate(signing.RawData);

        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var leaf = new CertificateRequest("CN=server", leafKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(leafName, out var address)) names.AddIpAddress(address);
        else names.AddDnsName(leafName);
        leaf.CertificateExtensions.Add(names.Build());
        using var issued = leaf.Create(signing, Yesterday.AddDays(-5), expired ? Yesterday : Yesterday.AddDays(5), [1, 2, 3, 4]);
        using var withKey = issued.CopyWithPrivateKey(leafKey);
        // TLS on Windows wants the key out of memory and back.
        Leaf = X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Leaf { get; }

    public string LeafSha256 => Leaf.GetCertHashString(HashAlgorithmName.SHA256);

    public void Dispose()
    {
        Root.Dispose();
        Leaf.Dispose();
    }
}
