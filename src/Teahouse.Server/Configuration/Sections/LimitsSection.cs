using Teahouse.Core.Hosting;
using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class LimitsSection
{
    public static readonly SingleSection Section = new("limits", "Brakes and bounds. 0 switches a limit off where 0 is allowed.",
    [
        Limit("connections_per_address", 0, 1_000_000, l => l.ConnectionsPerAddress, (l, v) => l with { ConnectionsPerAddress = v },
            "Connections open at once from one address (one /64 of IPv6)."),
        Limit("connection_rate", 0, 1_000_000, l => l.ConnectionRate, (l, v) => l with { ConnectionRate = v },
            "New connections per minute from one address."),
        Limit("messages_per_second", 0, 100_000, l => l.MessagesPerSecond, (l, v) => l with { MessagesPerSecond = v },
            "Lines per second from one connection, sustained; five times as many pass at once, then it is read more slowly."),
        Limit("failed_logins_per_minute", 0, 100_000, l => l.FailedLoginsPerMinute, (l, v) => l with { FailedLoginsPerMinute = v },
            "Wrong passwords per minute from one address."),
        Limit("registrations_per_hour", 0, 1_000_000, l => l.RegistrationsPerHour, (l, v) => l with { RegistrationsPerHour = v },
            "New accounts per hour from one address."),
        Limit("nickname_length", 1, 64, l => l.NicknameLength, (l, v) => l with { NicknameLength = v },
            "Characters of a nickname or account name."),
        Limit("channel_length", 2, 128, l => l.ChannelLength, (l, v) => l with { ChannelLength = v },
            "Characters of a room's name, the # included."),
        Limit("topic_length", 1, 400, l => l.TopicLength, (l, v) => l with { TopicLength = v },
            "Bytes of a topic."),
        Limit("kick_length", 1, 400, l => l.KickLength, (l, v) => l with { KickLength = v },
            "Bytes of the reason of a kick."),
        Limit("away_length", 1, 400, l => l.AwayLength, (l, v) => l with { AwayLength = v },
            "Bytes of an away message."),
        Limit("monitor_entries", 0, 100_000, l => l.MonitorEntries, (l, v) => l with { MonitorEntries = v },
            "Names that one connection may watch (MONITOR)."),
        Limit("registered_channels", 0, 100_000, l => l.RegisteredChannels, (l, v) => l with { RegisteredChannels = v },
            "Rooms that one account may own; 0: any number."),
        Limit("channel_list_entries", 1, 10_000, l => l.ChannelListEntries, (l, v) => l with { ChannelListEntries = v },
            "Entries of each list of a room: bans and the like."),
        Limit("channels_per_user", 0, 10_000, l => l.ChannelsPerUser, (l, v) => l with { ChannelsPerUser = v },
            "Rooms that one person may be in."),
        Limit("multiline_bytes", 512, 1_000_000, l => l.MultilineBytes, (l, v) => l with { MultilineBytes = v },
            "Bytes of one message of several lines."),
        Limit("multiline_lines", 1, 10_000, l => l.MultilineLines, (l, v) => l with { MultilineLines = v },
            "Lines of one message of several lines."),
        Limit("send_queue_bytes", 65_536, 1_073_741_824, l => l.SendQueueBytes, (l, v) => l with { SendQueueBytes = v },
            "Bytes that may wait for one slow reader."),
        new ConfigurationKey<TeahouseConfiguration, long>(
            "send_queues_bytes", new NumberKind(1_048_576, 1_099_511_627_776), c => c.Engine.Limits.SendQueuesBytes,
            (c, v) => c with { Engine = c.Engine with { Limits = c.Engine.Limits with { SendQueuesBytes = v } } },
            "Bytes that may wait for all readers together; beyond it the longest queue is dropped first."),
        Limit("ping_seconds", 0, 86_400, l => l.PingSeconds, (l, v) => l with { PingSeconds = v },
            "Seconds of silence before the server asks whether a client is still there, and again before it gives up."),
        Limit("registration_seconds", 0, 3_600, l => l.RegistrationSeconds, (l, v) => l with { RegistrationSeconds = v },
            "Seconds that a new connection may take to say who it is."),
    ]);

    private static ConfigurationKey<TeahouseConfiguration, long> Limit(
        string name, int least, int most, Func<Limits, int> get, Func<Limits, int, Limits> set, string description) => new(
        name, new NumberKind(least, most), c => get(c.Engine.Limits),
        (c, v) => c with { Engine = c.Engine with { Limits = set(c.Engine.Limits, (int)v) } },
        description);
}
