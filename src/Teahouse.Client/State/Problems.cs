using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>What the server's error lines mean.</summary>
internal static class Problems
{
    /// <param name="message">An error numeric, or FAIL (<see href="https://ircv3.net/specs/extensions/standard-replies"/>).</param>
    public static Problem Of(Message message)
    {
        var text = message.Count > 0 ? message[^1] : "";
        if (message.Command == "FAIL")
            return new(OfCode(message[1]), message[1], text) { Instead = message is { Count: >= 5 } && message[1] == "CHANNEL_RENAMED" ? message[3] : null };
        var numeric = int.Parse(message.Command, NumberStyles.None, CultureInfo.InvariantCulture);
        return new(OfNumeric(numeric), message.Command, text);
    }

    /// <summary>Whether the same again can succeed without anybody doing something about it.</summary>
    public static bool CanRetry(Problem problem) =>
        problem.Kind is ProblemKind.Refused or ProblemKind.TryLater or ProblemKind.QueueFull or ProblemKind.Offline or ProblemKind.TimedOut;

    private static ProblemKind OfCode(string code) => code switch
    {
        "OUTCOME_UNKNOWN" or "ID_EXPIRED" => ProblemKind.Unknown,
        "NOT_STORED" => ProblemKind.Refused,
        "TEMPORARILY_UNAVAILABLE" or "RATE_LIMITED" => ProblemKind.TryLater,
        "ACCOUNT_EXISTS" => ProblemKind.NameTaken,
        "BAD_ACCOUNT_NAME" or "ACCOUNT_NAME_MUST_BE_NICK" => ProblemKind.NameInvalid,
        "ACCOUNT_REQUIRED" => ProblemKind.AccountRequired,
        "OUT_OF_ORDER" => ProblemKind.TryLater,
        "ID_CONFLICT" or "ID_INVALID" => ProblemKind.Invalid,
        "INVALID_TARGET" => ProblemKind.NoSuchTarget,
        _ => ProblemKind.NotAllowed,
    };

    private static ProblemKind OfNumeric(int numeric) => numeric switch
    {
        Numeric.ERR_UNKNOWNERROR => ProblemKind.Refused,
        Numeric.ERR_NOSUCHNICK or Numeric.ERR_NOSUCHCHANNEL or Numeric.ERR_WASNOSUCHNICK or Numeric.ERR_BADCHANMASK => ProblemKind.NoSuchTarget,
        Numeric.ERR_ERRONEUSNICKNAME or Numeric.ERR_NONICKNAMEGIVEN => ProblemKind.NameInvalid,
        Numeric.ERR_NICKNAMEINUSE or Numeric.ERR_NICKCOLLISION or Numeric.ERR_UNAVAILRESOURCE => ProblemKind.NameTaken,
        Numeric.ERR_PASSWDMISMATCH => ProblemKind.LoginRefused,
        Numeric.ERR_YOUREBANNEDCREEP => ProblemKind.Banned,
        _ => ProblemKind.NotAllowed,
    };
}
