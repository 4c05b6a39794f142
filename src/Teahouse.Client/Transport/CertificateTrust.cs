using System.Security.Cryptography.X509Certificates;

namespace Teahouse.Client;

/// <summary>Which certificates a server may show. Not for the browser, which decides by itself.</summary>
/// <param name="Authority">Trust what this authority has issued, and nothing else; null: the authorities of the system.</param>
/// <param name="Sha256">
/// The SHA-256 of the server's own certificate, 64 hexadecimal digits (colons and spaces are ignored): trust exactly this one, whatever
/// its name, dates and issuer; null: no such pin.
/// </param>
public sealed record CertificateTrust(X509Certificate2? Authority = null, string? Sha256 = null)
{
    public static readonly CertificateTrust System = new();
}
