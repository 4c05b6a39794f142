using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Teahouse.Core.Accounts;
using Teahouse.Core.Commands;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.History;
using Teahouse.Core.Hosting;
using Teahouse.Core.Identity;
using Teahouse.Core.Names;
using Teahouse.Core.Network;
using Teahouse.Core.Operators;
using Teahouse.Core.Users;

namespace Teahouse.Core.Sessions;

/// <summary>What sessions and commands work with. Made once, shared by all.</summary>
internal sealed record Engine(
    ServerOptions Options, TimeProvider Time, INetwork Network, UserDirectory Users, SubscriberRegistry Registry, AccountService Accounts,
    InFlight InFlight, HistoryReading History, AddressLimits Limits, Cloak Cloak, SendBudget Budget, RandomNumberGenerator Random, ILogger Logger, long Started)
{
    private long _lastSession;
    private long _lastUser;

    public long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>All connections, registered or not.</summary>
    public required Func<IEnumerable<Session>> Sessions { get; init; }

    /// <summary>Reads the configuration again.</summary>
    public required Func<RehashResult> Rehash { get; init; }

    /// <summary>Ends when what had reached the machine before the call is in its session's hands, or waits for a thread.</summary>
    public required Func<Task> Arrivals { get; init; }

    public required ReadMarkers.ReadMarkers ReadMarkers { get; init; }

    public required Search.SearchIndexer Indexer { get; init; }

    public required Search.Searching Searching { get; init; }

    public required BanList Bans { get; init; }

    public required OperatorLog OperatorLog { get; init; }

    public DeviceLinks Links { get; } = new(Time, Random);

    public AccountAddresses Addresses { get; } = new();

    public CommandUses Uses { get; } = new();

    private Presence? _presence;

    public Presence Presence => _presence ??= new Presence(this);

    /// <summary>They change as a whole, by <see cref="OptionsChange"/>.</summary>
    public ServerOptions Options
    {
        get => _options;
        set
        {
            _options = value;
            ISupport = ServerSupport.Lines(value);
        }
    }

    private volatile ServerOptions _options = Options;

    /// <summary>005, without the server's name and the closing text.</summary>
    public ImmutableArray<ImmutableArray<string>> ISupport { get; private set; } = ServerSupport.Lines(Options);

    public required NameRegistry Names { get; init; }

    public SessionId NextSession() => new(Interlocked.Increment(ref _lastSession));

    public UserId NextUser() => new(Interlocked.Increment(ref _lastUser));

    public string AnonymousIdentity()
    {
        Span<byte> random = stackalloc byte[16];
        lock (Random) Random.GetBytes(random);
        return Identities.Anonymous(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(random));
    }
}
