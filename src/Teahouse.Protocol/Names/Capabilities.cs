namespace Teahouse.Protocol;

/// <summary>Names of capabilities (https://ircv3.net/registry#capabilities).</summary>
public static class Capabilities
{
    public const string AccountNotify = "account-notify";
    public const string AccountTag = "account-tag";
    public const string AwayNotify = "away-notify";
    public const string Batch = "batch";
    public const string CapNotify = "cap-notify";
    public const string ChgHost = "chghost";
    public const string EchoMessage = "echo-message";
    public const string ExtendedJoin = "extended-join";
    public const string ExtendedMonitor = "extended-monitor";
    public const string InviteNotify = "invite-notify";
    public const string LabeledResponse = "labeled-response";
    public const string MessageTags = "message-tags";
    public const string MultiPrefix = "multi-prefix";
    public const string NoImplicitNames = "no-implicit-names";
    public const string Sasl = "sasl";
    public const string ServerTime = "server-time";
    public const string SetName = "setname";
    public const string StandardReplies = "standard-replies";
    public const string Sts = "sts";
    public const string UserHostInNames = "userhost-in-names";

    public const string AccountRegistration = "draft/account-registration";
    public const string ChannelRename = "draft/channel-rename";
    public const string ChatHistory = "draft/chathistory";
    public const string EventPlayback = "draft/event-playback";
    public const string ExtendedISupport = "draft/extended-isupport";
    public const string MessageRedaction = "draft/message-redaction";
    public const string Metadata = "draft/metadata-2";
    public const string Metadata3 = "draft/metadata-3";
    public const string Multiline = "draft/multiline";
    public const string DraftNoImplicitNames = "draft/no-implicit-names";
    public const string OperTag = "draft/oper-tag";
    public const string PreAway = "draft/pre-away";
    public const string ReadMarker = "draft/read-marker";
    public const string Search = "soju.im/search";

    /// <summary>Messages may be sent again with the same id; the value names the window in seconds: <c>window=604800</c>.</summary>
    public const string Once = "teahouse.chat/once";

    /// <summary>Every stored entry carries its sequence.</summary>
    public const string Sequence = "teahouse.chat/seq";
}
