using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>An AUTHENTICATE exchange under way. https://ircv3.net/specs/extensions/sasl-3.1</summary>
internal sealed record SaslExchange(string Mechanism)
{
    public SaslAssembler Response { get; } = new();
}
