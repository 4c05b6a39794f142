using System.Collections.Immutable;
using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>A channel: who is in it and what may happen there. Used only from its <see cref="ConversationOwner"/>.</summary>
internal sealed class Channel(ChannelName named, ChannelSettings? settings, bool recorded, ChannelRules rules) : Conversation
{
    /// <summary>Invitations kept: beyond it some older one is forgotten.</summary>
    private const int MostInvited = 1000;

    private readonly Dictionary<UserId, Member> _members = [];
    private readonly HashSet<UserId> _invited = [];
    private ChannelName _name = named;
    private ImmutableArray<Member> _listed = [];
    private bool _listedIsOld;
    private long? _called;

    public override bool Recorded => recorded && Settings is not { HistoryOff: true };

    public override string WireNameOf(Post post) => WireName;

    public override bool Empty => _members.Count == 0;

    /// <summary>As its first member wrote it.</summary>
    public ChannelName Name => Settings is { } known && ChannelName.TryParse(known.Name, out var written) ? written : _name;

    /// <summary>Null while nobody ever joined it, or after it ended.</summary>
    public ChannelSettings? Settings { get; private set; } = settings;

    public ChannelRules Rules => rules;

    public int Count => _members.Count;

    public bool Exists => Settings is { } known && (_members.Count > 0 || known.Registered);

    public Member? Find(UserId user) => _members.GetValueOrDefault(user);

    public Member? Find(Nick nick)
    {
        foreach (var member in _members.Values)
            if (member.User.Nick.Equals(nick)) return member;
        return null;
    }

    /// <summary>Members of this status or a higher one.</summary>
    public IEnumerable<Member> From(MemberModes rank) => _members.Values.Where(m => m.Modes.IsAtLeast(rank));

    /// <summary>Who is told that this member comes or goes; default: everybody.</summary>
    public ImmutableArray<UserId> Seeing(Member member) => !Settings!.Has(ChannelFlags.Auditorium) || member.Modes != MemberModes.None
        ? default : [.. From(MemberModes.Voice).Select(m => m.User.Id), member.User.Id];

    public Member? OfAccount(long account) => account == 0 ? null : _members.Values.FirstOrDefault(m => m.User.AccountId == account);

    public bool IsInvited(UserId user) => _invited.Contains(user);

    public override Decision Decide(Request request, Moment at) => request switch
    {
        Look => new Answered(Outcome.Done),
        Consult => new Answered(Outcome.Done),
        // Somebody else's name of tomorrow: whether this will be it is not decided.
        Join join when LocalRooms.Key(join.Name) != LocalRooms.Key(_name) => new Answered(Outcome.Refused(new Refusal(
            Numeric.ERR_UNAVAILRESOURCE, join.Name.Value, "Channel is temporarily unavailable"))),
        Join join => ChannelJoins.Decide(this, join, at),
        Resume resume => ChannelJoins.Decide(this, resume, at),
        ChangeMember change => ChannelJoins.Decide(this, change),
        Register register => RoomRules.Decide(this, register, at.Now),
        Redact redact => Redactions.Decide(this, redact, rules, at.Now),
        _ when !Exists => new Answered(Outcome.Refused(NoSuchChannel())),
        Post post => ChannelPosts.Decide(this, post, at.Now),
        Part part => ChannelJoins.Decide(this, part),
        Attach attach when Find(attach.By.Id) is not null => new Hearing(attach.By.Id, attach.Session, true),
        Detach detach => new Hearing(detach.By.Id, detach.Session, false),
        SetTopic topic => ChannelTopics.Decide(this, topic, at.Now),
        SetModes modes => ChannelModes.Decide(this, modes, at.Now),
        Rename rename => RenameRules.Decide(this, rename, at.Now),
        Kick kick => ChannelKicks.Decide(this, kick),
        RoomRequest room => RoomRules.Decide(this, room, at),
        UseInvite use => InviteRules.Decide(this, use, at.Now),
        Invite invite => ChannelKicks.Decide(this, invite),
        _ => new Answered(Outcome.Nothing),
    };

    public override void Apply(Changed change)
    {
        if (change.Settings is { } settings) Settings = settings;
        if (change.Renamed is { } key) _name = LocalRooms.Name(key);
        foreach (var (user, member) in change.Members)
        {
            if (member is null) _members.Remove(user);
            else _members[user] = member;
            _invited.Remove(user);
            _listedIsOld = true;
        }
    }

    public override void Adopt(ReadOnlySpan<byte> state) => Settings = ChannelSettingsCodec.Decode(state) ?? Settings;

    public void NoteInvitation(UserId user)
    {
        if (_invited.Count >= MostInvited) _invited.Remove(_invited.First());
        _invited.Add(user);
    }

    /// <summary>Everybody is called; false if that was a moment ago.</summary>
    public bool Call(long now)
    {
        if (_called is { } before && now - before is >= 0 and < RoomCalls.Pause) return false;
        _called = now;
        return true;
    }

    public override ReadOnlyMemory<byte> EncodeState(ChannelSettings? settings) =>
        (settings ?? Settings) is { } state ? ChannelSettingsCodec.Encode(state) : ReadOnlyMemory<byte>.Empty;

    public override ChannelView? View(Place last)
    {
        if (!Exists) return null;
        if (_listedIsOld) _listed = [.. _members.Values];
        _listedIsOld = false;
        return new ChannelView(Name, Settings!, _listed, last, Recorded);
    }

    public override HistoryAccess? Access(HistoryReader reader, ConversationHead head, long now) => HistoryRules.Of(this, reader, head, now);

    public Refusal NoSuchChannel() => new(Numeric.ERR_NOSUCHCHANNEL, _name.Value, "No such channel");

    public Refusal NotOnChannel() => new(Numeric.ERR_NOTONCHANNEL, _name.Value, "You're not on that channel");

    public Refusal NotOperator() => new(Numeric.ERR_CHANOPRIVSNEEDED, _name.Value, "You're not a channel operator");

    /// <summary>A channel's parameters on the wire begin with its name as first written.</summary>
    public string WireName => Settings?.Name ?? _name.Value;

    /// <param name="target">As all its receivers know the conversation.</param>
    public static Draft DraftOf(Post post, string target) => new(
        post.Kind, post.By.Source, post.Kind == EventKind.Tagmsg ? [target] : [target, post.Text],
        post.Tags, post.By.Id, post.Origin, post.Key);

    public static Draft JoinOf(UserSnapshot user, string channel) => new(
        EventKind.Join, user.Source, [channel, user.Account ?? "*", user.RealName], Tags.Empty, user.Id, null);

    /// <summary>What gives a TAGMSG content.</summary>
    private static readonly ImmutableArray<string> StoredTags =
        [TagNames.React, TagNames.DraftReact, TagNames.Unreact, TagNames.DraftUnreact, TagNames.Persist];

    /// <summary>CTCP other than ACTION, and TAGMSG without content such as typing, are never stored.</summary>
    public static bool IsPassing(Post post) => post.Kind == EventKind.Tagmsg
        ? !StoredTags.Any(post.Tags.Contains)
        : post.Text.StartsWith('\u0001') && !post.Text.StartsWith("\u0001ACTION ", StringComparison.Ordinal);
}

/// <summary>What the rules need to know of the server.</summary>
internal sealed record ChannelRules(int TopicLength, int KickLength, int ListEntries)
{
    /// <summary>For how many seconds people may take back what they said; 0: always.</summary>
    public int RedactSeconds { get; init; }

    /// <summary>What the server keeps at most.</summary>
    public Retention Kept { get; init; }

    /// <summary>What new members may read where a room does not say it.</summary>
    public HistoryVisibility VisibleFrom { get; init; }

    /// <summary>Who sets what follows from accounts.</summary>
    public EventSource Service { get; init; } = new("ChanServ", "", null);
}
