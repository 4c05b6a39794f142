using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Teahouse.Server.Certificates;

internal static class CertificatePair
{
    /// <exception cref="CryptographicException">They are not PEM, or do not belong together.</exception>
    public static X509Certificate2 Load(string certificate, string key)
    {
        X509Certificate2 loaded;
        try
        {
            loaded = X509Certificate2.CreateFromPemFile(certificate, key);
        }
        catch (ArgumentException error)
        {
            throw new CryptographicException(error.Message, error);
        }

        if (!OperatingSystem.IsWindows()) return loaded;
        using (loaded)
        {
            // Windows' TLS takes only keys that went through its own store.
            return X509CertificateLoader.LoadPkcs12(loaded.Export(X509ContentType.Pkcs12), null);
        }
    }
}
