using System.Collections.Frozen;
using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Core.Files;
using Teahouse.Core.Operators;
using Teahouse.Core.Sessions;
using Teahouse.Core.Users;

namespace Teahouse.Core.Hosting;

/// <summary>Everything the engine can be told. The server fills it from its configuration; 0 in a limit switches it off.</summary>
public sealed record ServerOptions
{
    /// <summary>All that <see cref="DisabledCapabilities"/> may name.</summary>
    public static FrozenSet<string> KnownCapabilities => CapabilityTable.Names;

    /// <summary>The letters that <see cref="AccountOptions.DefaultUserModes"/> may name.</summary>
    public static string UserModesOfOnesOwn => UserModeLetters.OfOnesOwn;

    /// <summary>These options as far as a server that runs with the present ones can take them on; the rest stays until it starts anew.</summary>
    public ServerOptions Effective(ServerOptions next) => next with
    {
        Name = Name,
        Network = Network,
        UnicodeNames = UnicodeNames,
        History = History,
        Version = Version,
        Limits = next.Limits with
        {
            ChannelListEntries = Limits.ChannelListEntries,
            KickLength = Limits.KickLength,
            SendQueueBytes = Limits.SendQueueBytes,
            SendQueuesBytes = Limits.SendQueuesBytes,
            TopicLength = Limits.TopicLength,
        },
    };

    public string Name { get; init; } = "teahouse.local";
    public string Description { get; init; } = "Teahouse";
    public string Network { get; init; } = "Teahouse";
    /// <summary>Who runs the server, in a line; empty: not told.</summary>
    public string Admin { get; init; } = "";
    public string AdminEmail { get; init; } = "";
    /// <summary>The address of the network's picture; empty: none.</summary>
    public string Icon { get; init; } = "";
    public string Version { get; init; } = "teahouse-0.1.0";
    /// <summary>Asked for with PASS before registration; null or empty: none.</summary>
    public string? Password { get; init; }
    public ImmutableArray<string> Motd { get; init; } = [];
    public bool UnicodeNames { get; init; } = true;
    /// <summary>Names of capabilities that are not offered; see <see cref="KnownCapabilities"/>.</summary>
    public ImmutableArray<string> DisabledCapabilities { get; init; } = [];
    public Limits Limits { get; init; } = new();
    public AccountOptions Accounts { get; init; } = new();
    public HistoryOptions History { get; init; } = new();
    public MetadataOptions Metadata { get; init; } = new();
    public SharingOptions Files { get; init; } = new();
    public ImmutableArray<OperatorOptions> Operators { get; init; } = [];
    public ImmutableArray<GatewayOptions> Gateways { get; init; } = [];
}

public sealed record Limits
{
    public int ConnectionsPerAddress { get; init; } = 64;
    /// <summary>New connections per address and minute.</summary>
    public int ConnectionRate { get; init; } = 120;
    /// <summary>Sustained; a burst of five times as many passes at once, then reading slows down.</summary>
    public int MessagesPerSecond { get; init; } = 10;
    public int FailedLoginsPerMinute { get; init; } = 10;
    /// <summary>Per address.</summary>
    public int RegistrationsPerHour { get; init; } = 30;
    public int NicknameLength { get; init; } = 32;
    public int ChannelLength { get; init; } = 64;
    public int TopicLength { get; init; } = 390;
    public int KickLength { get; init; } = 390;
    public int AwayLength { get; init; } = 390;
    public int MonitorEntries { get; init; } = 100;
    public int ChannelListEntries { get; init; } = 100;
    public int ChannelsPerUser { get; init; } = 100;
    /// <summary>Channels that one account may own.</summary>
    public int RegisteredChannels { get; init; } = 50;
    public int MultilineBytes { get; init; } = 40_000;
    public int MultilineLines { get; init; } = 400;
    /// <summary>Bytes waiting for one peer before fan-out to it is dropped.</summary>
    public int SendQueueBytes { get; init; } = 2 * 1024 * 1024;
    /// <summary>Bytes waiting for all peers together; beyond it the longest queue is dropped first.</summary>
    public long SendQueuesBytes { get; init; } = 512L * 1024 * 1024;
    /// <summary>Seconds without a line before the server asks with PING, and again before it gives up.</summary>
    public int PingSeconds { get; init; } = 90;
    /// <summary>Seconds that a connection may take to register.</summary>
    public int RegistrationSeconds { get; init; } = 60;
}

public sealed record AccountOptions
{
    public bool RegistrationOpen { get; init; } = true;
    /// <summary>REGISTER is accepted before registration is complete.</summary>
    public bool BeforeConnect { get; init; } = true;
    public bool EmailRequired { get; init; }
    public bool ReserveNicknames { get; init; } = true;
    public int PasswordIterations { get; init; } = 600_000;
    /// <summary>Modes that every user gets, such as "+i".</summary>
    public string DefaultUserModes { get; init; } = "";
    public KeepOnline KeepOnline { get; init; } = KeepOnline.OptIn;
}

public enum KeepOnline { Off, OptIn, OptOut }

public sealed record HistoryOptions
{
    public bool Enabled { get; init; } = true;
    public int MessagesPerRequest { get; init; } = 100;
    /// <summary>Retention by number; 0: unlimited.</summary>
    public int MessagesPerChannel { get; init; }
    /// <summary>Retention by time; 0: unlimited.</summary>
    public int KeepDays { get; init; }
    /// <summary>What new members may read in rooms that do not say it.</summary>
    public HistoryVisibility VisibleFrom { get; init; }
    /// <summary>For how many seconds people may take back what they said; 0: always.</summary>
    public int RedactSeconds { get; init; }
}

public sealed record MetadataOptions
{
    public bool Enabled { get; init; } = true;
    /// <summary>Per user and per channel.</summary>
    public int MaxKeys { get; init; } = 100;
    /// <summary>Per session.</summary>
    public int MaxSubscriptions { get; init; } = 100;
    /// <summary>Of one value, in UTF-8: it travels in one line with its target and key.</summary>
    public int ValueBytes { get; init; } = 256;
}

/// <param name="Password">As configured: plain, or a hash as `teahouse` prints it.</param>
public sealed record OperatorOptions(string Name, string Password)
{
    public OperatorPrivileges Privileges { get; init; } = OperatorPrivileges.All;
}
