namespace Teahouse.Core.Accounts;

/// <summary>The answer to a login: an account, or why there is none.</summary>
/// <param name="Device">The device whose credential it was, if it was one.</param>
/// <param name="DeviceName">What the device is called; empty: it has no name.</param>
public sealed record LoginResult(Account? Account, LoginRefusal Refusal, long? Device = null, string DeviceName = "")
{
    internal static LoginResult Refused(LoginRefusal refusal) => new(null, refusal);
}

public enum LoginRefusal
{
    None,
    /// <summary>No such account, or not its password: for the log only, a peer is told the same for both.</summary>
    Unknown,
    Wrong,
    /// <summary>Too many logins wait: the same one may succeed later.</summary>
    Busy,
}

/// <summary>The answer to a registration: the new account, or why there is none.</summary>
/// <param name="RecoveryCode">Of an account with a password: shown once; null if the disk had no room for it.</param>
public sealed record RegisterResult(Account? Account, RegisterRefusal Refusal, string? RecoveryCode = null)
{
    internal static RegisterResult Refused(RegisterRefusal refusal) => new(null, refusal);
}

/// <summary>https://ircv3.net/specs/extensions/account-registration</summary>
public enum RegisterRefusal
{
    None,
    /// <summary>ACCOUNT_EXISTS: taken, or it looks like one that is.</summary>
    AccountExists,
    /// <summary>BAD_ACCOUNT_NAME: not a name, or a reserved one.</summary>
    BadAccountName,
    /// <summary>WEAK_PASSWORD: too short.</summary>
    WeakPassword,
    /// <summary>UNACCEPTABLE_PASSWORD: too long, control characters, or a broken device credential.</summary>
    UnacceptablePassword,
    /// <summary>TEMPORARILY_UNAVAILABLE: too much waits, or the disk is full.</summary>
    TemporarilyUnavailable,
}

/// <summary>The answer to a new password.</summary>
/// <param name="RecoveryCode">Shown once; null if the password was not set, or the disk had no room for the code.</param>
/// <param name="Account">Whose it is, if it was set.</param>
public sealed record PasswordResult(string? RecoveryCode, PasswordRefusal Refusal, long Account = 0)
{
    internal static PasswordResult Refused(PasswordRefusal refusal) => new(null, refusal);
}

public enum PasswordRefusal
{
    None,
    /// <summary>No such account, or the token or code is not valid (any more).</summary>
    NotAllowed,
    WeakPassword,
    UnacceptablePassword,
    TemporarilyUnavailable,
}
