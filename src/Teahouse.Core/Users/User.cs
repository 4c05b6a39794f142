using System.Collections.Immutable;
using Teahouse.Core.ReadMarkers;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Users;

/// <summary>One presence with one or more sessions. Its lists change only inside its gate; anyone may read the snapshots.</summary>
internal sealed class User(UserSnapshot snapshot, long signOn)
{
    private const int MostInvitations = 100;
    private const int MostRead = 100;

    private ReadMarks? _readMarks;
    private ImmutableArray<ChannelName> _invitations = [];
    private TaskCompletionSource? _departed;
    private ToldOffline? _toldOffline;
    private volatile UserSnapshot _snapshot = snapshot;
    private long _lastSpoke = signOn;

    public UserId Id => _snapshot.Id;

    public UserGate Gate { get; } = new();

    public UserSnapshot Snapshot
    {
        get => _snapshot;
        set => _snapshot = value;
    }

    /// <summary>Milliseconds since 1970 UTC.</summary>
    public long SignOn { get; } = signOn;

    /// <summary>Milliseconds since 1970 UTC.</summary>
    public long LastSpoke
    {
        get => Volatile.Read(ref _lastSpoke);
        set => Volatile.Write(ref _lastSpoke, value);
    }

    public ImmutableArray<Session> Sessions { get; set; } = [];

    /// <summary>A copy: membership is true in the channel.</summary>
    public ImmutableArray<ChannelName> Channels { get; set; } = [];

    /// <summary>Whom it takes direct messages from although they are not logged in.</summary>
    public AcceptList Accepted { get; } = new();

    /// <summary>Channels that it was asked into and did not join since; a copy, for the list only.</summary>
    public ImmutableArray<ChannelName> Invitations => _invitations;

    /// <summary>Any thread. The oldest is forgotten beyond a hundred.</summary>
    public void NoteInvitation(ChannelName channel) => ImmutableInterlocked.Update(
        ref _invitations, static (known, added) => [.. known.Remove(added).TakeLast(MostInvitations - 1), added], channel);

    public void ForgetInvitation(ChannelName channel) => ImmutableInterlocked.Update(ref _invitations, static (known, used) => known.Remove(used), channel);

    /// <summary>What it has read, if it has no account to keep that.</summary>
    public ReadMarks ReadMarks => _readMarks ??= new ReadMarks(MostRead);

    /// <summary>Of whom it was told that they are offline.</summary>
    public ToldOffline ToldOffline => LazyInitializer.EnsureInitialized(ref _toldOffline);

    /// <summary>What it said of itself before it only stayed.</summary>
    public string? OwnAway { get; set; }

    /// <summary>It was here by a browser since it came.</summary>
    public bool Web { get; set; }

    /// <summary>The store knows that it stays, and who it is.</summary>
    public bool Noted { get; set; }

    /// <summary>Milliseconds since 1970 UTC at which a user without sessions leaves; 0: it has one.</summary>
    public long LeavesAt { get; set; }

    /// <summary>Its sessions are being ended: it does not linger, and nobody joins it.</summary>
    public bool Expelled { get; set; }

    /// <summary>Ends when it has quit and its nick is free.</summary>
    public Task Departed => Departure.Task;

    public void Depart() => Departure.TrySetResult();

    // Made when somebody asks.
    private TaskCompletionSource Departure => LazyInitializer.EnsureInitialized(
        ref _departed, static () => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>It has quit; whoever comes later is a new user.</summary>
    public bool Gone { get; set; }
}
