using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Commands;
using Teahouse.Core.Delivery;
using Teahouse.Core.Hosting;
using Teahouse.Core.Sessions.Sasl;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>One row per capability: what it is called, and what it is worth on this server.</summary>
/// <param name="Value">Shown to clients that know CAP 302; null: none.</param>
internal sealed record CapabilityRow(string Name, CapabilitySet Flag, Func<ServerOptions, string?>? Value = null, Func<ServerOptions, bool>? Offered = null)
{
    /// <summary>A value that depends on the connection.</summary>
    public Func<Session, string?>? Own { get; init; }

    /// <summary>Whether this connection is offered it, where that depends on the connection.</summary>
    public Func<Session, bool>? OwnOffered { get; init; }

    public string? ValueFor(Session session) => Own is null ? Value?.Invoke(session.Engine.Options) : Own(session);
}

internal static class CapabilityTable
{
    public static ImmutableArray<CapabilityRow> Rows { get; } =
    [
        new(Capabilities.AccountNotify, CapabilitySet.AccountNotify),
        new(Capabilities.AccountTag, CapabilitySet.AccountTag),
        new(Capabilities.AwayNotify, CapabilitySet.AwayNotify),
        new(Capabilities.Batch, CapabilitySet.Batch),
        new(Capabilities.CapNotify, CapabilitySet.CapNotify),
        new(Capabilities.AccountRegistration, CapabilitySet.AccountRegistration, RegistrationValue),
        new(Capabilities.ChannelRename, CapabilitySet.ChannelRename),
        new(Capabilities.ChatHistory, CapabilitySet.ChatHistory, Offered: o => o.History.Enabled),
        new(Capabilities.EventPlayback, CapabilitySet.EventPlayback, Offered: o => o.History.Enabled),
        new(Capabilities.ExtendedISupport, CapabilitySet.ExtendedISupport),
        new(Capabilities.Metadata, CapabilitySet.Metadata, MetadataValue, o => o.Metadata.Enabled),
        new(Capabilities.Metadata3, CapabilitySet.Metadata3, MetadataValue, o => o.Metadata.Enabled),
        new(Capabilities.DraftNoImplicitNames, CapabilitySet.DraftNoImplicitNames),
        new(Capabilities.OperTag, CapabilitySet.OperTag),
        new(Capabilities.PreAway, CapabilitySet.PreAway),
        new(Capabilities.EchoMessage, CapabilitySet.EchoMessage),
        new(Capabilities.ExtendedJoin, CapabilitySet.ExtendedJoin),
        new(Capabilities.ChgHost, CapabilitySet.ChgHost),
        new(Capabilities.ExtendedMonitor, CapabilitySet.ExtendedMonitor),
        new(Capabilities.InviteNotify, CapabilitySet.InviteNotify),
        new(Capabilities.LabeledResponse, CapabilitySet.LabeledResponse),
        new(Capabilities.MessageTags, CapabilitySet.MessageTags),
        new(Capabilities.MessageRedaction, CapabilitySet.MessageRedaction, Offered: o => o.History.Enabled),
        new(Capabilities.Search, CapabilitySet.Search, Offered: o => o.History.Enabled),
        new(Capabilities.ReadMarker, CapabilitySet.ReadMarker),
        new(Capabilities.Multiline, CapabilitySet.Multiline, MultilineValue),
        new(Capabilities.MultiPrefix, CapabilitySet.MultiPrefix),
        new(Capabilities.NoImplicitNames, CapabilitySet.NoImplicitNames),
        new(Capabilities.Sasl, CapabilitySet.Sasl) { Own = SaslMechanism.List },
        new(Capabilities.ServerTime, CapabilitySet.ServerTime),
        new(Capabilities.SetName, CapabilitySet.Setname),
        new(Capabilities.StandardReplies, CapabilitySet.StandardReplies),
        new(Capabilities.Once, CapabilitySet.Once, _ => Once.OnceRefusals.Window, o => o.History.Enabled),
        new(Capabilities.Sequence, CapabilitySet.Seq, Offered: o => o.History.Enabled),
        new(Capabilities.Sts, CapabilitySet.Sts) { Own = s => s.Connection.Sts, OwnOffered = s => s.Connection.Sts is not null },
        new(Capabilities.UserHostInNames, CapabilitySet.UserhostInNames),
    ];

    public static FrozenSet<string> Names { get; } = Rows.Select(r => r.Name).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<CapabilityRow> OfferedTo(Session session) => Rows.Where(r =>
        (r.Offered?.Invoke(session.Engine.Options) ?? r.OwnOffered?.Invoke(session) ?? true) && !session.Engine.Options.DisabledCapabilities.Contains(r.Name));

    public static CapabilityRow? Find(string name, Session session) =>
        OfferedTo(session).FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.Ordinal));

    private static string? MultilineValue(ServerOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"max-bytes={MultilineLimits.Bytes(options)},max-lines={MultilineLimits.Lines(options)}");

    private static string MetadataValue(ServerOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"before-connect,max-subs={options.Metadata.MaxSubscriptions},max-keys={options.Metadata.MaxKeys},max-value-bytes={options.Metadata.ValueBytes}");

    private static string? RegistrationValue(ServerOptions options)
    {
        List<string> tokens = [];
        if (options.Accounts.BeforeConnect) tokens.Add("before-connect");
        if (options.Accounts.EmailRequired) tokens.Add("email-required");
        tokens.Add("custom-account-name");
        return string.Join(',', tokens);
    }
}
