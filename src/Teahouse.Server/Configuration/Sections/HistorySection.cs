using Teahouse.Core.Conversations;
using Teahouse.Core.Hosting;
using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class HistorySection
{
    private static readonly ChoiceKind<HistoryVisibility> Visible = new(
        ("by-mode", HistoryVisibility.Default), ("all", HistoryVisibility.All), ("joined", HistoryVisibility.Joined));

    public static readonly SingleSection Section = new("history", "What is kept of what was said.",
    [
        Key("enabled", FlagKind.Instance, h => h.Enabled, (h, v) => h with { Enabled = v },
            "Clients may read what was said before."),
        Key("messages_per_request", new NumberKind(1, 1000), h => h.MessagesPerRequest, (h, v) => h with { MessagesPerRequest = (int)v },
            "The most that one CHATHISTORY command gets."),
        Key("messages_per_channel", new NumberKind(0, int.MaxValue), h => h.MessagesPerChannel, (h, v) => h with { MessagesPerChannel = (int)v },
            "How many messages of a conversation are kept; 0: all. A room may keep fewer."),
        Key("keep_days", new NumberKind(0, 36_500), h => h.KeepDays, (h, v) => h with { KeepDays = (int)v },
            "For how many days messages are kept; 0: without end. A room may keep them for a shorter time."),
        Key("visible_from", Visible, h => h.VisibleFrom, (h, v) => h with { VisibleFrom = v },
            "What new members of a room may read, unless the room says it: \"all\", only what was said since they \"joined\", or \"by-mode\": all, and since they joined in rooms with +i or +k."),
        Key("redact_seconds", new NumberKind(0, int.MaxValue), h => h.RedactSeconds, (h, v) => h with { RedactSeconds = (int)v },
            "For how many seconds people may take back what they said; 0: always. Who runs a room may take away at any time."),
    ]);

    private static ConfigurationKey<TeahouseConfiguration, TValue> Key<TValue>(
        string name, ValueKind<TValue> kind, Func<HistoryOptions, TValue> get, Func<HistoryOptions, TValue, HistoryOptions> set, string description) => new(
        name, kind, c => get(c.Engine.History), (c, v) => c with { Engine = c.Engine with { History = set(c.Engine.History, v) } }, description);
}
