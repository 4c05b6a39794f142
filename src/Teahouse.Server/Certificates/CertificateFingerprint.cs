using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Teahouse.Server.Certificates;

internal static class CertificateFingerprint
{
    /// <summary>SHA-256 in hexadecimal pairs with colons, as every program shows it.</summary>
    public static string Of(X509Certificate2 certificate) =>
        string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA256).Select(part => part.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));
}
