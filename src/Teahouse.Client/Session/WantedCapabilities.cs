using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>What the client asks for where it is offered.</summary>
internal static class WantedCapabilities
{
    public static readonly IReadOnlyList<string> All =
    [
        Capabilities.AccountNotify,
        Capabilities.AccountRegistration,
        Capabilities.AccountTag,
        Capabilities.AwayNotify,
        Capabilities.Batch,
        Capabilities.CapNotify,
        Capabilities.ChannelRename,
        Capabilities.ChatHistory,
        Capabilities.ChgHost,
        Capabilities.EchoMessage,
        Capabilities.EventPlayback,
        Capabilities.ExtendedJoin,
        Capabilities.LabeledResponse,
        Capabilities.MessageRedaction,
        Capabilities.MessageTags,
        Capabilities.MultiPrefix,
        Capabilities.Multiline,
        Capabilities.Once,
        Capabilities.ReadMarker,
        Capabilities.Sasl,
        Capabilities.Search,
        Capabilities.Sequence,
        Capabilities.ServerTime,
        Capabilities.SetName,
        Capabilities.StandardReplies,
        Capabilities.UserHostInNames,
    ];
}
