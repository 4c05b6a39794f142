namespace Teahouse.Client;

/// <summary>Why something did not work: a code that the interface words in the reader's language, and the server's own sentence.</summary>
/// <param name="Code">The server's FAIL code or numeric (<c>ACCOUNT_EXISTS</c>, <c>433</c>); empty if it gave none.</param>
/// <param name="Detail">What the server or the system said, for the curious; may be empty.</param>
public sealed record Problem(ProblemKind Kind, string Code = "", string Detail = "")
{
    /// <summary>The name that what was asked for has now (CHANNEL_RENAMED); otherwise null.</summary>
    public string? Instead { get; init; }

    /// <summary>Whether trying again unchanged is useless: a person must decide.</summary>
    public bool NeedsPerson => Kind is ProblemKind.NameTaken or ProblemKind.NameInvalid or ProblemKind.LoginRefused
        or ProblemKind.AccountRequired or ProblemKind.RegistrationRefused or ProblemKind.Banned
        or ProblemKind.CertificateUntrusted or ProblemKind.CertificateWrongName or ProblemKind.CertificateExpired
        or ProblemKind.CertificateNotPinned;
}

public enum ProblemKind
{
    /// <summary>Nobody answers: the address is wrong, the server is down, or there is no network.</summary>
    Unreachable,
    /// <summary>It was connected and the connection broke.</summary>
    ConnectionLost,
    /// <summary>The server fell silent: no answer to a PING.</summary>
    Silent,
    /// <summary>Connecting or registering took too long.</summary>
    TimedOut,
    /// <summary>The server closed the connection with ERROR.</summary>
    ClosedByServer,
    /// <summary>What answers does not speak the protocol, or broke it.</summary>
    ProtocolBroken,
    /// <summary>The server's certificate is not issued by an authority that is trusted here.</summary>
    CertificateUntrusted,
    /// <summary>The server's certificate is for another name.</summary>
    CertificateWrongName,
    /// <summary>The server's certificate is expired or not yet valid.</summary>
    CertificateExpired,
    /// <summary>The certificate is not the pinned one.</summary>
    CertificateNotPinned,
    /// <summary>The encrypted connection could not be made for another reason.</summary>
    TlsFailed,
    /// <summary>The wanted name belongs to someone else.</summary>
    NameTaken,
    /// <summary>The wanted name is not allowed.</summary>
    NameInvalid,
    /// <summary>Account and password (or device) do not match.</summary>
    LoginRefused,
    /// <summary>The server lets nobody in without an account.</summary>
    AccountRequired,
    /// <summary>The server makes no account for us.</summary>
    RegistrationRefused,
    /// <summary>Banned from the server.</summary>
    Banned,
    /// <summary>The server cannot take it now; later it may.</summary>
    TryLater,
    /// <summary>Not stored, and the server said so.</summary>
    Refused,
    /// <summary>Nobody can say whether it was stored.</summary>
    Unknown,
    /// <summary>Not a member of the room, or not allowed to speak there.</summary>
    NotAllowed,
    /// <summary>There is no such room or person.</summary>
    NoSuchTarget,
    /// <summary>What was typed cannot be sent.</summary>
    Invalid,
    /// <summary>Too much waits to be sent already.</summary>
    QueueFull,
    /// <summary>There is no connection now.</summary>
    Offline,
}
