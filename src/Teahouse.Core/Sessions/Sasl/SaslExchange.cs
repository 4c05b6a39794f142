using Teahouse.Core.Accounts;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions.Sasl;

/// <summary>An AUTHENTICATE exchange under way. Used only from its session's loop. https://ircv3.net/specs/extensions/sasl-3.1</summary>
internal abstract class SaslExchange
{
    public SaslAssembler Response { get; } = new();

    /// <summary>What a whole message of the client leads to.</summary>
    public abstract ValueTask<SaslStep> NextAsync(byte[] message, CancellationToken cancel);
}

/// <summary>A challenge, or the end: an account, or why there is none.</summary>
internal readonly record struct SaslStep(byte[]? Challenge, Account? Account, SaslFailure Failure, long? Device = null, string DeviceName = "")
{
    public static SaslStep Ask(byte[] challenge) => new(challenge, null, default);

    public static SaslStep Success(Account account, long? device = null, string deviceName = "") => new(null, account, default, device, deviceName);

    public static SaslStep Failed(SaslFailure why) => new(null, null, why);
}

internal enum SaslFailure
{
    None,
    /// <summary>Counts as a try: the peer is told the same for no such account, a wrong secret and a message that is none.</summary>
    Wrong,
    /// <summary>Too many logins wait: the same one may succeed later.</summary>
    Busy,
}
