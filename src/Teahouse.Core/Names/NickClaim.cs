namespace Teahouse.Core.Names;

/// <summary>Who holds a nick: values only, for the holder may be on another machine.</summary>
/// <param name="User">The user's id, never reused while the server runs.</param>
/// <param name="Account">The account it is logged in to; 0: none.</param>
/// <param name="AtTheMachine">Sits at the server's own machine, by a plain connection: may be called root there.</param>
public readonly record struct NickHolder(long User, long Account, bool AtTheMachine = false);

/// <summary>A nick as it is held.</summary>
/// <param name="Nick">As its holder writes it.</param>
public sealed record HeldNick(string Nick, NickHolder Holder);

/// <summary>The answer to a claim.</summary>
/// <param name="Other">Who has it, if <see cref="NickOutcome.Shared"/> or <see cref="NickOutcome.InUse"/>.</param>
public readonly record struct NickClaim(NickOutcome Outcome, HeldNick? Other = null);

public enum NickOutcome
{
    /// <summary>It is the claimer's.</summary>
    Claimed,
    /// <summary>Another user of the same account has it: the claimer's session belongs to that user.</summary>
    Shared,
    /// <summary>433: somebody has it, or one that looks like it.</summary>
    InUse,
    /// <summary>433: it is an account's, or a reserved name, or looks like one.</summary>
    Reserved,
    /// <summary>432: nobody's name can be so.</summary>
    Invalid,
}
