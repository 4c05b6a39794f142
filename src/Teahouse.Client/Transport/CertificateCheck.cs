using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Teahouse.Client;

/// <summary>One handshake's look at the server's certificate; remembers why it said no.</summary>
internal sealed class CertificateCheck(CertificateTrust trust)
{
    private static readonly X509ChainStatusFlags Dates = X509ChainStatusFlags.NotTimeValid;

    /// <summary>Why the certificate was refused; null if it was not.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>The system's chain building, or with an authority of our own only that one.</summary>
    public X509ChainPolicy? ChainPolicy()
    {
        if (trust.Authority is null) return null;
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // A local authority publishes no list to ask.
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.Add(trust.Authority);
        return policy;
    }

    public bool Accept(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Problem = Judge(certificate, chain, errors);
        return Problem is null;
    }

    private Problem? Judge(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null) return new(ProblemKind.TlsFailed, "", "The server showed no certificate.");
        var fingerprint = Convert.ToHexString(SHA256.HashData(certificate.GetRawCertData()));
        if (trust.Sha256 is { } pin)
        {
            var expected = pin.Replace(":", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
            return fingerprint.Equals(expected, StringComparison.OrdinalIgnoreCase)
                ? null
                : new(ProblemKind.CertificateNotPinned, "", $"The server's certificate has the SHA-256 fingerprint {fingerprint}.");
        }
        if (errors == SslPolicyErrors.None) return null;

        var statuses = chain?.ChainStatus ?? [];
        var details = string.Join(' ', statuses.Select(s => s.StatusInformation.Trim()).Where(s => s.Length > 0).Distinct());
        var shown = $"Subject: {certificate.Subject}; issuer: {certificate.Issuer}; SHA-256: {fingerprint}. {details}".TrimEnd();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            var onlyDates = statuses.Length > 0 && statuses.All(s => (s.Status & ~Dates) == 0);
            return new(onlyDates ? ProblemKind.CertificateExpired : ProblemKind.CertificateUntrusted, "", shown);
        }
        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            ? new(ProblemKind.CertificateWrongName, "", shown)
            : new(ProblemKind.TlsFailed, "", shown);
    }
}
