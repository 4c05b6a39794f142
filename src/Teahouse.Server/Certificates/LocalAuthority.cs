using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Teahouse.Server.Certificates;

/// <summary>The certificate authority of this one server, for machines where no public authority would certify anything.</summary>
internal sealed class LocalAuthority
{
    private const int ValidYears = 10;

    // Apple's systems refuse longer ones, whoever signed them.
    private const int LeafValidDays = 397;

    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);

    // Names that only a local network gives out.
    private static readonly string[] LocalDomains = ["local", "localhost", "lan", "internal", "home.arpa"];

    private readonly CertificateFolder _folder;
    private readonly TimeProvider _time;
    private readonly X509Certificate2 _certificate;

    private LocalAuthority(CertificateFolder folder, TimeProvider time, X509Certificate2 certificate) =>
        (_folder, _time, _certificate) = (folder, time, certificate);

    /// <summary>SHA-256 of the authority's certificate.</summary>
    public string Fingerprint => CertificateFingerprint.Of(_certificate);

    public string CertificatePem => _certificate.ExportCertificatePem();

    public byte[] CertificateDer => _certificate.RawData;

    public string CertificatePath => _folder.Path("ca.crt");

    /// <summary>The stored one, if it may certify all configured names and stays valid; else a new one.</summary>
    /// <remarks>Another name of the machine alone makes no new one: everybody would have to trust it again, and the .local name still works.</remarks>
    public static LocalAuthority LoadOrMake(CertificateFolder folder, MachineNames names, TimeProvider time)
    {
        var stored = folder.Load("ca");
        if (stored is not null && !Expires(stored, time) && names.Configured.All(name => NameConstraints.Cover(stored, name)))
            return new(folder, time, stored);
        return new(folder, time, folder.Save("ca", key => Make(key, names, time), newKey: true));
    }

    /// <summary>The stored certificate of the server, or a new one if a name or address is missing from it or it expires soon.</summary>
    /// <remarks>A new one keeps the key, so that clients which pinned the key go on.</remarks>
    public X509Certificate2 ServerCertificate(MachineNames names)
    {
        var stored = _folder.Load("server");
        if (stored is not null && !Expires(stored, _time) && IsMine(stored) && Covers(stored, names)) return stored;
        stored?.Dispose();
        return _folder.Save("server", key => Certify(key, names), newKey: false);
    }

    private bool IsMine(X509Certificate2 leaf)
    {
        var issuer = leaf.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier;
        var mine = _certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().First().SubjectKeyIdentifierBytes;
        return issuer is { } identifier && identifier.Span.SequenceEqual(mine.Span);
    }

    private IEnumerable<string> Certifiable(MachineNames names) => names.DnsNames.Where(name => NameConstraints.Cover(_certificate, name));

    private bool Covers(X509Certificate2 leaf, MachineNames names)
    {
        var alternative = leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        return alternative is not null
            && !Certifiable(names).Except(alternative.EnumerateDnsNames()).Any()
            && !names.Addresses.Except(alternative.EnumerateIPAddresses()).Any();
    }

    private static bool Expires(X509Certificate2 certificate, TimeProvider time) =>
        certificate.NotAfter.ToUniversalTime() - RenewBefore < time.GetUtcNow().UtcDateTime;

    private static X509Certificate2 Make(ECDsa key, MachineNames names, TimeProvider time)
    {
        var request = new CertificateRequest($"CN=Teahouse on {names.Host}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(pathLengthConstraint: 0));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(NameConstraints.Permit(LocalDomains.Concat(names.DnsNames).Distinct()));
        var now = time.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(ValidYears));
    }

    private X509Certificate2 Certify(ECDsa key, MachineNames names)
    {
        var request = new CertificateRequest($"CN={names.Host}", key, HashAlgorithmName.SHA256);
        var alternative = new SubjectAlternativeNameBuilder();
        foreach (var name in Certifiable(names)) alternative.AddDnsName(name);
        foreach (var address in names.Addresses) alternative.AddIpAddress(address);
        request.CertificateExtensions.Add(alternative.Build());
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity(critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, true, false));
        var now = _time.GetUtcNow();
        var end = now.AddDays(LeafValidDays);
        if (end > _certificate.NotAfter) end = _certificate.NotAfter;
        return request.Create(_certificate, now.AddDays(-1), end, RandomNumberGenerator.GetBytes(16));
    }
}
