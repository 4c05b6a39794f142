using System.Collections.Immutable;

namespace Teahouse.Core.Sessions.Sasl;

/// <summary>One row per SASL mechanism.</summary>
/// <param name="Offered">Whether this connection can use it.</param>
internal sealed record SaslMechanism(string Name, Func<Session, bool> Offered, Func<Session, SaslExchange> Begin)
{
    public static ImmutableArray<SaslMechanism> All { get; } =
    [
        new("PLAIN", _ => true, session => new PlainExchange(session)),
        new("SCRAM-SHA-256", _ => true, session => new ScramExchange(session)),
        // A WebSocket shows no certificate, nor does a client that has none.
        new("EXTERNAL", session => session.Connection.CertificateFingerprint is not null, session => new ExternalExchange(session)),
    ];

    public static SaslMechanism? Find(string name, Session session) =>
        All.FirstOrDefault(m => m.Offered(session) && m.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>As in the value of the capability, and in 908.</summary>
    public static string List(Session session) => string.Join(',', All.Where(m => m.Offered(session)).Select(m => m.Name));
}
