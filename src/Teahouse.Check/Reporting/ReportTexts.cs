using System.Globalization;
using Teahouse.Check.Faults;
using Teahouse.Check.Judging;

namespace Teahouse.Check.Reporting;

/// <summary>What the report says, in one language.</summary>
public sealed record ReportTexts
{
    /// <summary>{0}: seed.</summary>
    public required string Good { get; init; }

    /// <summary>{0}: how many, {1}: seed.</summary>
    public required string Bad { get; init; }

    public required string Nothing { get; init; }

    /// <summary>{0}: messages, {1}: clients, {2}: conversations, {3}: seconds.</summary>
    public required string Sent { get; init; }

    /// <summary>{0}: accepted, {1}: refused, {2}: unknown, {3}: of these there, {4}: accepted and gone.</summary>
    public required string Outcomes { get; init; }

    /// <summary>{0}: live sightings, {1}: stored.</summary>
    public required string Seen { get; init; }

    /// <summary>{0}: connections, {1}: kills.</summary>
    public required string Connections { get; init; }

    public required string Faults { get; init; }

    public required string None { get; init; }

    public required string Promises { get; init; }

    public required string Unpromised { get; init; }

    /// <summary>{0}: how many more.</summary>
    public required string More { get; init; }

    public required string Message { get; init; }

    public required string Conversation { get; init; }

    public required string Client { get; init; }

    public required string Other { get; init; }

    public required string InHistory { get; init; }

    /// <summary>{0}: how many.</summary>
    public required string Unreadable { get; init; }

    public required string PromisesNothingStored { get; init; }

    public required IReadOnlyDictionary<FindingKind, string> Kinds { get; init; }

    public required IReadOnlyDictionary<FaultKinds, string> FaultNames { get; init; }

    /// <summary>By the language of the operating system.</summary>
    public static ReportTexts For(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? Chinese : English;

    public static readonly ReportTexts English = new()
    {
        Good = "Nothing is wrong. (seed {0})",
        Bad = "Something is wrong, {0} times. (seed {1})",
        Nothing = "No message was accepted: this run proves nothing.",
        Sent = "{0} messages by {1} clients in {2} conversations, {3} s",
        Outcomes = "{0} accepted ({4} of these nobody got, and no history has), {1} refused, {2} without an answer ({3} of these arrived all the same)",
        Seen = "seen {0} times live; the history has {1}",
        Connections = "{0} connections, the server killed {1} times",
        Faults = "faults: ",
        None = "none",
        Promises = "the server offers: ",
        Unpromised = "Found too, but this server never promised otherwise:",
        More = "and {0} more",
        Message = "message ",
        Conversation = "in ",
        Client = "client ",
        Other = "beside message ",
        InHistory = "in the history",
        Unreadable = "{0} lines could not be understood",
        PromisesNothingStored = "no echo, no history: judged by what arrives",
        Kinds = new Dictionary<FindingKind, string>
        {
            [FindingKind.Lost] = "lost: somebody who was there did not get it",
            [FindingKind.EchoedNotStored] = "echoed, but not in the history",
            [FindingKind.SeenNotStored] = "seen, but not in the history",
            [FindingKind.Doubled] = "doubled",
            [FindingKind.Reordered] = "reordered: a sender's messages stand the wrong way round",
            [FindingKind.DifferentOrder] = "different orders for different readers",
            [FindingKind.Altered] = "altered: not the same everywhere, or sent by nobody",
            [FindingKind.Misnumbered] = "misnumbered: an entry does not have the number after the last one",
            [FindingKind.RefusedButThere] = "refused, but seen or stored",
            [FindingKind.Unresolved] = "no answer though it was sent again and again",
            [FindingKind.HistoryUnreadable] = "the history cannot be read",
            [FindingKind.ServerEnded] = "the server ended by itself",
        },
        FaultNames = new Dictionary<FaultKinds, string>
        {
            [FaultKinds.Cut] = "cut",
            [FaultKinds.Reset] = "reset",
            [FaultKinds.HalfOpen] = "half-open",
            [FaultKinds.Stall] = "stall",
            [FaultKinds.Drip] = "drip",
        },
    };

    public static readonly ReportTexts Chinese = new()
    {
        Good = "一切正常。（种子 {0}）",
        Bad = "发现 {0} 处问题。（种子 {1}）",
        Nothing = "没有一条消息被接受：这次检查什么也证明不了。",
        Sent = "{1} 个客户端在 {2} 个会话里发送了 {0} 条消息，用时 {3} 秒",
        Outcomes = "接受 {0} 条（其中 {4} 条谁也没收到，聊天记录里也没有），拒绝 {1} 条，没有答复 {2} 条（其中 {3} 条其实已送达）",
        Seen = "实时看到 {0} 次；聊天记录里有 {1} 条",
        Connections = "共 {0} 个连接，服务器被强行结束 {1} 次",
        Faults = "故障：",
        None = "无",
        Promises = "服务器提供：",
        Unpromised = "还发现了下面这些，但这个服务器从未保证过不会这样：",
        More = "还有 {0} 处",
        Message = "消息 ",
        Conversation = "会话 ",
        Client = "客户端 ",
        Other = "相对于消息 ",
        InHistory = "在聊天记录里",
        Unreadable = "有 {0} 行无法理解",
        PromisesNothingStored = "没有回显，也没有聊天记录：只看消息是否送到",
        Kinds = new Dictionary<FindingKind, string>
        {
            [FindingKind.Lost] = "丢失：有人一直在场却没有收到",
            [FindingKind.EchoedNotStored] = "已回显，但聊天记录里没有",
            [FindingKind.SeenNotStored] = "有人看到，但聊天记录里没有",
            [FindingKind.Doubled] = "重复",
            [FindingKind.Reordered] = "乱序：同一发送者的消息前后颠倒",
            [FindingKind.DifferentOrder] = "不同的读者看到不同的顺序",
            [FindingKind.Altered] = "被改动：各处不一致，或者没有人发过",
            [FindingKind.Misnumbered] = "编号不连续：条目的编号不是上一条的下一个",
            [FindingKind.RefusedButThere] = "被拒绝，却被看到或存下了",
            [FindingKind.Unresolved] = "反复重发，仍没有答复",
            [FindingKind.HistoryUnreadable] = "聊天记录读不出来",
            [FindingKind.ServerEnded] = "服务器自己退出了",
        },
        FaultNames = new Dictionary<FaultKinds, string>
        {
            [FaultKinds.Cut] = "切断",
            [FaultKinds.Reset] = "重置",
            [FaultKinds.HalfOpen] = "半开",
            [FaultKinds.Stall] = "停顿",
            [FaultKinds.Drip] = "滴流",
        },
    };
}
