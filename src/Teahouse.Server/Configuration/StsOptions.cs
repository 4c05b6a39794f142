using System.Collections.Immutable;

namespace Teahouse.Server.Configuration;

/// <summary>Strict transport security. https://ircv3.net/specs/extensions/sts</summary>
/// <param name="Duration">Seconds that clients remember it; 0 tells them to forget it.</param>
internal sealed record StsOptions(bool Enabled = false, long Duration = StsOptions.Month, bool Preload = false)
{
    public const long Month = 30 * 24 * 60 * 60;

    /// <summary>Names that clients ask TLS for; empty: the server's own name.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];
}
