using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Teahouse.Server.Certificates;

/// <summary>The certificate that the server made for itself; made again when the machine's names change or it gets old.</summary>
internal sealed partial class MadeCertificate : ICertificateSource
{
    private readonly LocalAuthority _authority;
    private readonly Func<MachineNames> _names;
    private readonly ILogger _log;
    private X509Certificate2 _certificate;
    private volatile Lazy<SslStreamCertificateContext> _current;

    public MadeCertificate(LocalAuthority authority, Func<MachineNames> names, ILogger log)
    {
        (_authority, _names, _log) = (authority, names, log);
        _certificate = authority.ServerCertificate(names());
        _current = Context(_certificate);
    }

    public SslStreamCertificateContext Current => _current.Value;

    public void Refresh()
    {
        var certificate = _authority.ServerCertificate(_names());
        if (certificate.Equals(_certificate))
        {
            certificate.Dispose();
            return;
        }

        // The old one is left to the garbage collector: handshakes may still be at it.
        (_certificate, _current) = (certificate, Context(certificate));
        LogMade(_log, certificate.Thumbprint);
    }

    private static Lazy<SslStreamCertificateContext> Context(X509Certificate2 certificate) =>
        new(() => SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true));

    [LoggerMessage(Level = LogLevel.Information, Message = "The server's certificate was made anew, SHA-1 {Thumbprint}")]
    private static partial void LogMade(ILogger log, string thumbprint);
}
