using System.Net;

namespace Teahouse.Core.Hosting;

/// <summary>What the listener knows about a connection before its first line.</summary>
/// <param name="Address">The client's own address, as a trusted proxy named it where there is one.</param>
/// <param name="Secure">TLS all the way here, or so a trusted proxy says.</param>
/// <param name="CertificateFingerprint">SHA-256 of the client's certificate, lower-case hex, or null.</param>
public sealed record ConnectionInfo(IPAddress Address, bool Secure, Transport Transport, string? CertificateFingerprint = null)
{
    /// <summary>The gateway that the client came through, by its configured name; null if it came by itself.</summary>
    public string? Gateway { get; init; }

    /// <summary>The value of the capability sts for this connection, or null. https://ircv3.net/specs/extensions/sts</summary>
    public string? Sts { get; init; }

    /// <summary>Where this client uploads files, or null. https://codeberg.org/emersion/soju/src/branch/master/doc/ext/filehost.md</summary>
    public string? FileHost { get; init; }
}

public enum Transport
{
    Tcp,
    /// <summary>One line per text message, without CR LF: https://ircv3.net/specs/extensions/websocket</summary>
    WebSocket,
}
