using System.Collections.Immutable;

namespace Teahouse.Core.Users;

/// <summary>What a user chose with MODE, beside +i and +o.</summary>
[Flags]
public enum UserModes
{
    None = 0,
    /// <summary>+w: hears WALLOPS.</summary>
    Wallops = 1,
    /// <summary>+B: a bot. https://ircv3.net/specs/extensions/bot-mode</summary>
    Bot = 2,
    /// <summary>+R: direct messages only from those who are logged in, and from whom it accepted.</summary>
    RegisteredOnly = 4,
    /// <summary>+T: no CTCP but ACTION.</summary>
    NoCtcp = 8,
}

internal static class UserModeLetters
{
    /// <summary>Every mode that its user sets and unsets itself.</summary>
    public static readonly ImmutableArray<(char Letter, UserModes Mode)> Rows =
        [('B', UserModes.Bot), ('R', UserModes.RegisteredOnly), ('T', UserModes.NoCtcp), ('w', UserModes.Wallops)];

    /// <summary>All letters, as RPL_MYINFO lists them.</summary>
    public const string All = "BRTiow";

    /// <summary>What a user may set on itself, and a configuration on everybody.</summary>
    public static string OfOnesOwn { get; } = string.Concat(Rows.Select(row => row.Letter).Append('i').Order());

    /// <summary>The modes that the letters name; <c>i</c> is not among them.</summary>
    public static UserModes Parse(string letters) =>
        Rows.Where(row => letters.Contains(row.Letter)).Aggregate(UserModes.None, (modes, row) => modes | row.Mode);

    public static string Of(UserSnapshot user)
    {
        var letters = "+";
        foreach (var (letter, mode) in Rows)
            if (user.Has(mode)) letters += letter;
        return letters + (user.Invisible ? "i" : "") + (user.Operator ? "o" : "");
    }
}
