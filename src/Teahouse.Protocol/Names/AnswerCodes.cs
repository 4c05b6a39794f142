namespace Teahouse.Protocol;

/// <summary>
/// What services say, for programs: the first part of the tag <see cref="TagNames.Answer"/>, before its values, with commas between (docs/extensions/answer.md).
/// </summary>
public static class AnswerCodes
{
    /// <summary>One has to be logged in.</summary>
    public const string AccountRequired = "ACCOUNT_REQUIRED";
    public const string NotOperator = "NOT_OPERATOR";
    public const string TemporarilyUnavailable = "TEMPORARILY_UNAVAILABLE";
    public const string TooManyFailures = "TOO_MANY_FAILURES";

    /// <summary>Value: the code that sets another, if there is one.</summary>
    public const string PasswordSet = "PASSWORD_SET";
    public const string WeakPassword = "WEAK_PASSWORD";
    public const string UnacceptablePassword = "UNACCEPTABLE_PASSWORD";
    /// <summary>A recovery code or a token that is none, or was used.</summary>
    public const string InvalidCode = "INVALID_CODE";

    /// <summary>Values: number, since and last used (yyyy-MM-dd), name (may be empty, may hold commas).</summary>
    public const string Device = "DEVICE";
    public const string NoDevices = "NO_DEVICES";
    /// <summary>Value: its password.</summary>
    public const string DeviceAdded = "DEVICE_ADDED";
    public const string DeviceNamed = "DEVICE_NAMED";
    public const string DeviceRevoked = "DEVICE_REVOKED";
    public const string NoSuchDevice = "NO_SUCH_DEVICE";
    public const string TooManyDevices = "TOO_MANY_DEVICES";
    /// <summary>It is the only way into the account.</summary>
    public const string LastKey = "LAST_KEY";

    /// <summary>A new device's code. Values: the code, the seconds for which it counts.</summary>
    public const string LinkCode = "LINK_CODE";
    public const string LinkWaits = "LINK_WAITS";
    public const string LinkRefused = "LINK_REFUSED";
    public const string NoLink = "NO_LINK";
    /// <summary>The new device is let in. Values: the account, its password.</summary>
    public const string Linked = "LINKED";
    /// <summary>Whose code it is. Value: the device's name (may be empty, may hold commas).</summary>
    public const string LinkAsks = "LINK_ASKS";
    public const string LinkDone = "LINK_DONE";

    /// <summary>Value: the code to say it with once more.</summary>
    public const string ConfirmDrop = "CONFIRM_DROP";
    public const string AccountRemoved = "ACCOUNT_REMOVED";

    /// <summary>What new members of a room read. Value: <c>all</c>, <c>joined</c>, or <c>off</c> where nothing is kept.</summary>
    public const string History = "HISTORY";
    public const string Changed = "CHANGED";
    public const string SoAlready = "SO_ALREADY";
    /// <summary>Values: the room, the token.</summary>
    public const string InviteLink = "INVITE_LINK";

    /// <summary>What a tag says.</summary>
    public static string Write(string code, params ReadOnlySpan<string> values) => values.IsEmpty ? code : $"{code},{string.Join(',', values!)}";
}
