using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Teahouse.Server.Hosting;

namespace Teahouse.Server.Certificates;

/// <summary>The operator's own certificate, read again when its files change.</summary>
internal sealed partial class CertificateFiles : ICertificateSource
{
    private readonly string _certificate;
    private readonly string _key;
    private readonly ILogger _log;
    private (DateTime, long, DateTime, long) _seen;
    private volatile Lazy<SslStreamCertificateContext> _current;

    /// <exception cref="StartupException">The files cannot be read, or do not belong together.</exception>
    public CertificateFiles(string certificate, string key, ILogger log)
    {
        (_certificate, _key, _log) = (certificate, key, log);
        try
        {
            _seen = Stamp();
            _current = Read();
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            throw new StartupException($"The certificate {certificate} with the key {key} cannot be used: {error.Message}");
        }
    }

    public SslStreamCertificateContext Current => _current.Value;

    public void Refresh()
    {
        try
        {
            var stamp = Stamp();
            if (stamp == _seen) return;
            _current = Read();
            _seen = stamp;
            LogRead(_log, _certificate);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            // Perhaps half of the pair is written: the next look sees the whole of it.
            LogUnreadable(_log, _certificate, error.Message);
        }
    }

    private Lazy<SslStreamCertificateContext> Read()
    {
        var certificate = CertificatePair.Load(_certificate, _key);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(_certificate);
        return new(() => SslStreamCertificateContext.Create(certificate, chain, offline: true));
    }

    private (DateTime, long, DateTime, long) Stamp()
    {
        var (certificate, key) = (new FileInfo(_certificate), new FileInfo(_key));
        return (certificate.LastWriteTimeUtc, certificate.Length, key.LastWriteTimeUtc, key.Length);
    }

    private static bool IsUnreadable(Exception error) => error is CryptographicException or IOException or UnauthorizedAccessException;

    [LoggerMessage(Level = LogLevel.Information, Message = "The certificate {Path} has changed and is used from now on")]
    private static partial void LogRead(ILogger log, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The certificate {Path} has changed, but cannot be used; the one before stays: {Reason}")]
    private static partial void LogUnreadable(ILogger log, string path, string reason);
}
