namespace Teahouse.Core.Delivery;

/// <summary>What a client has negotiated. The table of names and values is <see cref="Sessions.CapabilityTable"/>.</summary>
[Flags]
public enum CapabilitySet : ulong
{
    None = 0,
    MessageTags = 1 << 0,
    ServerTime = 1 << 1,
    AccountTag = 1 << 2,
    Seq = 1 << 3,
    ExtendedJoin = 1 << 4,
    EchoMessage = 1 << 5,
    LabeledResponse = 1 << 6,
    Batch = 1 << 7,
    MultiPrefix = 1 << 8,
    UserhostInNames = 1 << 9,
    CapNotify = 1 << 10,
    Sasl = 1 << 11,
    ChatHistory = 1 << 12,
    AccountRegistration = 1 << 13,
    AwayNotify = 1 << 14,
    AccountNotify = 1 << 15,
    Setname = 1 << 16,
    InviteNotify = 1 << 17,
    StandardReplies = 1 << 18,
    EventPlayback = 1 << 19,
    ExtendedMonitor = 1 << 20,
    ChgHost = 1 << 21,
    ChannelRename = 1UL << 22,

    Multiline = 1UL << 40,
    MessageRedaction = 1UL << 41,
    ReadMarker = 1UL << 42,
    Search = 1UL << 43,

    Once = 1UL << 49,

    NoImplicitNames = 1UL << 50,
    DraftNoImplicitNames = 1UL << 51,
    ExtendedISupport = 1UL << 52,
    PreAway = 1UL << 53,
    OperTag = 1UL << 54,
    Metadata = 1UL << 55,
    Metadata3 = 1UL << 56,

    /// <summary>Told, and never switched on.</summary>
    Sts = 1UL << 57,

    /// <summary>Those that change how an event is written: an event is encoded once per combination of these.</summary>
    Shape = MessageTags | ServerTime | AccountTag | Seq | ExtendedJoin | Multiline | OperTag | Once,
}
