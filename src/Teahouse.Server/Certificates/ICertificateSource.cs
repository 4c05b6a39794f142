using System.Net.Security;

namespace Teahouse.Server.Certificates;

/// <summary>A certificate that may become another one while the server runs.</summary>
internal interface ICertificateSource
{
    /// <summary>What a handshake that begins now presents. Made by the first one: it reads the system's whole store of authorities.</summary>
    SslStreamCertificateContext Current { get; }

    /// <summary>Looks whether it has to be another one by now. Called from one place at a time.</summary>
    void Refresh();
}
