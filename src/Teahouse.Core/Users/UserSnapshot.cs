using Teahouse.Core.Events;
using Teahouse.Core.Operators;
using Teahouse.Protocol;

namespace Teahouse.Core.Users;

/// <summary>A user at one moment: an immutable value that may travel anywhere.</summary>
/// <param name="Identity">See <see cref="Identities"/>.</param>
/// <param name="Host">Cloaked; nobody but operators sees an address.</param>
/// <param name="Account">The account's name, or null.</param>
/// <param name="AccountId">0 without an account.</param>
/// <param name="Away">The message, or null.</param>
public sealed record UserSnapshot(
    UserId Id, string Identity, Nick Nick, string Username, string Host, string RealName,
    string? Account, long AccountId, bool Guest, string? Away, bool Operator, bool Invisible, bool Secure)
{
    private Made? _made;

    public UserModes Modes { get; init; }

    /// <summary>The name given to OPER; null for an account that is an operator's, and for others.</summary>
    public string? OperatorName { get; init; }

    public OperatorPrivileges Privileges { get; init; }

    public bool May(OperatorPrivileges privilege) => Operator && (Privileges & privilege) == privilege;

    /// <summary>The user as an operator, or as one no more.</summary>
    /// <param name="name">See <see cref="OperatorName"/>.</param>
    public UserSnapshot AsOperator(OperatorPrivileges privileges, string? name = null) =>
        this with { Operator = privileges != OperatorPrivileges.None, Privileges = privileges, OperatorName = name };

    /// <summary>It has no session and only stays: it counts as offline.</summary>
    public bool Offline { get; init; }

    /// <summary>See <see cref="Names.NickHolder"/>.</summary>
    public bool AtTheMachine { get; init; }

    public bool Has(UserModes mode) => (Modes & mode) != 0;

    /// <summary>nick!user@host and account. Kept once made; a copy by <c>with</c> that changed a part makes its own.</summary>
    public EventSource Source
    {
        get
        {
            if (_made is { } kept && kept.IsOf(this)) return kept.Source;
            var source = new EventSource($"{Nick.Value}!{Username}@{Host}", Identity, Account, Marks);
            _made = new Made(Nick.Value, Username, Host, Account, source);
            return source;
        }
    }

    private SourceMarks Marks => (Has(UserModes.Bot) ? SourceMarks.Bot : SourceMarks.None) | (Operator ? SourceMarks.Operator : SourceMarks.None)
        | (Guest ? SourceMarks.Guest : SourceMarks.None);

    public string Prefix => Source.Prefix;

    private sealed record Made(string Nick, string Username, string Host, string? Account, EventSource Source)
    {
        public bool IsOf(UserSnapshot user) =>
            ReferenceEquals(Nick, user.Nick.Value) && ReferenceEquals(Username, user.Username) &&
            ReferenceEquals(Host, user.Host) && ReferenceEquals(Account, user.Account) && Source.Marks == user.Marks;
    }
}
