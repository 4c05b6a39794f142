using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>What a connection has said of itself before it is registered.</summary>
internal sealed class Registration
{
    private Dictionary<string, string?>? _metadata;

    public Nick? Nick { get; set; }

    public string? Username { get; set; }

    public string RealName { get; set; } = "";

    /// <summary>Said with AWAY before registration.</summary>
    public string? Away { get; set; }

    /// <summary>Set with METADATA before registration; null: removed. At most as many as may be set.</summary>
    public Dictionary<string, string?> Metadata => _metadata ??= new(StringComparer.Ordinal);

    public bool HasMetadata => _metadata is { Count: > 0 };

    public string? Password { get; set; }

    /// <summary>Between CAP LS or REQ and CAP END.</summary>
    public bool Negotiating { get; set; }

    /// <summary>The CAP version the client named; 302 and later get values, longer lists and cap-notify.</summary>
    public int CapVersion { get; set; }

    /// <summary>The client has said something about itself or what it knows.</summary>
    public bool HasBegun => Nick is not null || Username is not null || Password is not null || Negotiating || CapVersion > 0;

    public bool IsReady => Nick is not null && Username is not null && !Negotiating;
}
