using System.Collections.Immutable;
using Teahouse.Protocol;

namespace Teahouse.Core.Events;

/// <summary>One thing that happened in a conversation, shaped like its line on the wire.</summary>
/// <param name="Place">Where it stands in its conversation, or default for what is passing.</param>
/// <param name="Time">Milliseconds since 1970 UTC.</param>
/// <param name="MsgId">Null for what is told outside of any conversation.</param>
/// <param name="Parameters">As on the wire; JOIN always holds channel, account or "*", and real name.</param>
/// <param name="Tags">Client-only tags, as sent.</param>
public sealed record Event(
    EventKind Kind, Place Place, long Time, string? MsgId, EventSource Source, ImmutableArray<string> Parameters, Tags Tags)
{
    /// <summary>The channel, or the nick that a direct message was sent to.</summary>
    public string Target => Parameters[0];

    /// <summary>The sender's own id of it (see <see cref="OnceId"/>), shown to the sender alone.</summary>
    public UInt128? ClientId => ClientKey?.Id;

    /// <summary>With the sender's own id of it.</summary>
    public Log.ClientKey? ClientKey { get; init; }

    /// <summary>For presence: the number of the stored entry that it comes after; 0: before the first.</summary>
    public long After { get; init; }

    /// <summary>Members of a lower status may not see it, its sender apart.</summary>
    public Conversations.MemberModes Least { get; init; }
}

/// <summary>Number <paramref name="Sequence"/> of era <paramref name="Epoch"/>; sequence 0: not numbered.</summary>
public readonly record struct Place(int Epoch, long Sequence)
{
    public bool IsNumbered => Sequence > 0;
}

/// <summary>Who did it, as known at that moment.</summary>
/// <param name="Prefix">nick!user@host.</param>
/// <param name="Identity">See <see cref="Users.Identities"/>; never shown to others.</param>
public sealed record EventSource(string Prefix, string Identity, string? Account, SourceMarks Marks = SourceMarks.None);

/// <summary>What tags say of who did it. The numbers are stored: never change one.</summary>
[Flags]
public enum SourceMarks : byte
{
    None = 0,
    /// <summary>https://ircv3.net/specs/extensions/bot-mode</summary>
    Bot = 1,
    /// <summary>https://ircv3.net/specs/extensions/oper-tag</summary>
    Operator = 2,
    /// <summary>The account is held by one device's credential (docs/extensions/guest.md).</summary>
    Guest = 4,
}

/// <summary>Where an event came from on this node, so that its own session is answered in the same pass.</summary>
/// <param name="Tag">"label" or "batch", or null: the tag that the origin's own copy carries.</param>
public sealed record Origin(Users.SessionId Session, string? Tag = null, string? TagValue = null);
