using System.Collections.Immutable;
using Teahouse.Server.Configuration.Sections;

namespace Teahouse.Server.Configuration;

/// <summary>All sections and keys there are; reading, sample and documentation are made from it.</summary>
internal static class ConfigurationTable
{
    // In the order in which they are bound: [[listen]] is checked against [server] and [proxy].
    public static readonly ImmutableArray<ConfigurationSection> Sections =
    [
        ServerSection.Section,
        ProxySection.Section,
        ListenSection.Section,
        StsSection.Section,
        WebSection.Section,
        LogSection.Section,
        LimitsSection.Section,
        AccountsSection.Section,
        HistorySection.Section,
        MetadataSection.Section,
        FilesSection.Section,
        OperatorSection.Section,
        GatewaySection.Section,
    ];
}
