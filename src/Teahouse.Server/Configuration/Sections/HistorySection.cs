using Teahouse.Core.Hosting;
using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class HistorySection
{
    public static readonly SingleSection Section = new("history", "What is kept of what was said.",
    [
        Key("enabled", FlagKind.Instance, h => h.Enabled, (h, v) => h with { Enabled = v },
            "Clients may read what was said before."),
        Key("messages_per_request", new NumberKind(1, 1000), h => h.MessagesPerRequest, (h, v) => h with { MessagesPerRequest = (int)v },
            "The most that one CHATHISTORY command gets."),
        Key("messages_per_channel", new NumberKind(0, int.MaxValue), h => h.MessagesPerChannel, (h, v) => h with { MessagesPerChannel = (int)v },
            "How many messages of a conversation are kept; 0: all."),
        Key("redact_seconds", new NumberKind(0, int.MaxValue), h => h.RedactSeconds, (h, v) => h with { RedactSeconds = (int)v },
            "For how many seconds people may take back what they said; 0: always. Who runs a room may take away at any time."),
    ]);

    private static ConfigurationKey<TeahouseConfiguration, TValue> Key<TValue>(
        string name, ValueKind<TValue> kind, Func<HistoryOptions, TValue> get, Func<HistoryOptions, TValue, HistoryOptions> set, string description) => new(
        name, kind, c => get(c.Engine.History), (c, v) => c with { Engine = c.Engine with { History = set(c.Engine.History, v) } }, description);
}
