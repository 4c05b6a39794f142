using System.Collections.Immutable;

namespace Teahouse.Core.Conversations;

/// <summary>A channel's durable state: an immutable value, stored whole with each change.</summary>
/// <param name="Name">As its first member wrote it.</param>
/// <param name="Created">Milliseconds since 1970 UTC.</param>
/// <param name="Founder">The account that it is registered to, or 0: then it ends with its last member.</param>
/// <param name="Limit">Most members; 0: no limit.</param>
/// <param name="Accounts">What accounts are in the room, as members that outlive their connections.</param>
public sealed record ChannelSettings(
    string Name, long Created, long Founder, ChannelFlags Flags, string? Key, int Limit, Topic? Topic,
    ImmutableArray<MaskEntry> Bans, ImmutableDictionary<long, MemberModes> Accounts)
{
    public const int MostFormer = 5;

    /// <summary>+e: whom no ban concerns.</summary>
    public ImmutableArray<MaskEntry> Exceptions { get; init; } = [];

    /// <summary>+I: who needs no invitation.</summary>
    public ImmutableArray<MaskEntry> InviteExceptions { get; init; } = [];

    /// <summary>+f: where those go who may not come in, or null.</summary>
    public string? Forward { get; init; }

    /// <summary>What accounts are whenever they come.</summary>
    public ImmutableDictionary<long, MemberModes> Access { get; init; } = ImmutableDictionary<long, MemberModes>.Empty;

    /// <summary>When it got its name, if it had another; milliseconds since 1970 UTC.</summary>
    public long Renamed { get; init; }

    /// <summary>The names that it had, folded, the latest first; at most <see cref="MostFormer"/>.</summary>
    public ImmutableArray<FormerName> Former { get; init; } = [];

    public ImmutableArray<InviteLink> Links { get; init; } = [];

    /// <summary>Nothing is numbered or kept.</summary>
    public bool HistoryOff { get; init; }

    /// <summary>No entry before this one is read by anybody; 0: all there is.</summary>
    public long HistoryFrom { get; init; }

    /// <summary>The same as a time, for what was said to a status; milliseconds since 1970 UTC.</summary>
    public long HistorySince { get; init; }

    /// <summary>Days that messages are kept; 0: as long as the server keeps them.</summary>
    public int KeepDays { get; init; }

    /// <summary>How many of them are kept; 0: as many as the server keeps.</summary>
    public int KeepMessages { get; init; }

    public HistoryVisibility Visible { get; init; }

    /// <summary>For accounts that joined when new members could not read what was before: the first entry that they read.</summary>
    public ImmutableDictionary<long, long> ReadsFrom { get; init; } = ImmutableDictionary<long, long>.Empty;

    /// <summary>New members read only what was said since they joined.</summary>
    /// <param name="usual">As the server has it.</param>
    public bool IsHiddenFromNewcomers(HistoryVisibility usual) => (Visible == HistoryVisibility.Default ? usual : Visible) switch
    {
        HistoryVisibility.All => false,
        HistoryVisibility.Joined => true,
        _ => Key is not null || Has(ChannelFlags.InviteOnly),
    };

    public static ChannelSettings New(string name, long now) => new(
        name, now, 0, ChannelFlags.NoExternalMessages | ChannelFlags.TopicByOperators, null, 0, null, [],
        ImmutableDictionary<long, MemberModes>.Empty);

    public bool Registered => Founder != 0;

    public bool Has(ChannelFlags flag) => (Flags & flag) != 0;

    public ImmutableArray<MaskEntry> List(char letter) => letter switch { 'b' => Bans, 'e' => Exceptions, _ => InviteExceptions };

    public ChannelSettings WithList(char letter, ImmutableArray<MaskEntry> list) => letter switch
    {
        'b' => this with { Bans = list },
        'e' => this with { Exceptions = list },
        _ => this with { InviteExceptions = list },
    };
}

/// <summary>The numbers are stored: never change one.</summary>
[Flags]
public enum ChannelFlags
{
    None = 0,
    InviteOnly = 1,
    Moderated = 2,
    NoExternalMessages = 4,
    Secret = 8,
    TopicByOperators = 16,
    NoCtcp = 32,
    /// <summary>Only who is logged in may come in.</summary>
    RegisteredOnly = 64,
    /// <summary>Only who is logged in may speak.</summary>
    RegisteredSpeak = 128,
    /// <summary>Plain members do not see each other.</summary>
    Auditorium = 256,
    /// <summary>What plain members say reaches the operators alone.</summary>
    OpModerated = 512,
}

/// <param name="Until">Milliseconds since 1970 UTC: so long it leads to the channel.</param>
public sealed record FormerName(string Name, long Until);

/// <param name="SetBy">nick!user@host.</param>
/// <param name="Time">Milliseconds since 1970 UTC.</param>
public sealed record MaskEntry(string Mask, string SetBy, long Time);

/// <summary>One letter of a MODE command with its parameter.</summary>
/// <param name="Parameter">Null if the letter takes none, or none was given.</param>
public readonly record struct ModeChange(bool Add, char Letter, string? Parameter);
