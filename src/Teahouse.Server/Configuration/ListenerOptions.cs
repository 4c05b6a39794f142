namespace Teahouse.Server.Configuration;

/// <summary>One <c>[[listen]]</c> of the configuration.</summary>
/// <param name="Certificate">PEM file with the certificate and what signed it; empty for the one that the server makes.</param>
/// <param name="Key">PEM file with the private key.</param>
internal sealed record ListenerOptions(
    ListenAddress? Address = null, bool Tls = false, bool WebSocket = false, bool Proxy = false, string Certificate = "", string Key = "");
