using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>A channel.</summary>
public sealed class Room : Conversation
{
    internal Room(string name) : base(name) { }

    /// <summary>Empty if none is set.</summary>
    public string Topic { get; internal set; } = "";

    /// <summary>Whether this connection is in it now; false while offline, after leaving and after a kick.</summary>
    public bool IsJoined { get; internal set; }

    /// <summary>Why one is not in it although one wanted to (kicked, banned, invitation needed); otherwise null.</summary>
    public Problem? Problem { get; internal set; }

    /// <summary>In no particular order.</summary>
    public IReadOnlyCollection<Member> Members => MemberTable.Values;

    /// <summary>To be joined again after a reconnect.</summary>
    internal bool Wanted { get; set; }

    /// <summary>The channel key it was joined with.</summary>
    internal string? JoinKey { get; set; }

    /// <summary>The names are here; accounts and absences, which NAMES does not tell, are not asked for yet.</summary>
    internal bool WhoDue { get; set; }

    /// <summary>They have been asked for since joining.</summary>
    internal bool WhoAsked { get; set; }

    internal Dictionary<string, Member> MemberTable { get; } = new(AsciiCase.Comparer);

    /// <summary>Members as the running answer to NAMES lists them; null between answers.</summary>
    internal Dictionary<string, Member>? Names { get; set; }

    /// <summary>
    /// Who came (true) or went since one joined and before the names were listed: the list may be older. Null once it is there.
    /// </summary>
    internal Dictionary<string, bool>? SinceJoin { get; set; }

    /// <summary>The member with that nick (ASCII case ignored), or null.</summary>
    public Member? Member(string nick) => MemberTable.GetValueOrDefault(nick);
}
