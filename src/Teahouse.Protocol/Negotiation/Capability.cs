namespace Teahouse.Protocol;

/// <summary>A capability as offered: its name, and its value if it has one (https://ircv3.net/specs/extensions/capability-negotiation).</summary>
public readonly record struct Capability(string Name, string? Value = null)
{
    /// <summary><c>name</c> or <c>name=value</c>.</summary>
    public override string ToString() => Value is null ? Name ?? "" : $"{Name}={Value}";
}

/// <summary>One item of a CAP REQ, ACK or NAK: a capability to switch on, or with a leading <c>-</c> off.</summary>
public readonly record struct CapabilityRequest(string Name, bool Remove = false)
{
    /// <summary><c>name</c> or <c>-name</c>.</summary>
    public override string ToString() => Remove ? $"-{Name}" : Name ?? "";
}
