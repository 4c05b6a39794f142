using System.Collections.Immutable;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>
/// Entries of the lists b, e and I: masks over nick!user@host, and those with a letter before them: <c>a:</c> matches accounts
/// (https://ircv3.net/specs/extensions/account-extban), <c>m:</c> silences instead of keeping out. The letters may be written with
/// <c>~</c> before them, and <c>q:</c> is <c>m:</c>.
/// </summary>
internal static class ChannelMasks
{
    public const string Letters = "am";
    public const string AccountLetters = "a";

    /// <summary>As it is kept and shown; null if it is no mask.</summary>
    public static string? Complete(string text)
    {
        if (Split(text) is not var (letter, rest)) return IsWord(text) ? Mask.Complete(text) : null;
        if (letter == 'a') return IsWord(rest) ? "a:" + rest : null;
        // A mute of mutes is nothing.
        return Complete(rest) is { } inner && !IsMute(inner) ? "m:" + inner : null;
    }

    public static bool IsMute(string mask) => mask.StartsWith("m:", StringComparison.Ordinal);

    /// <param name="mask">Complete.</param>
    public static bool Matches(string mask, UserSnapshot user)
    {
        if (IsMute(mask)) return Matches(mask[2..], user);
        if (!mask.StartsWith("a:", StringComparison.Ordinal)) return Mask.Matches(mask, user.Prefix);
        return user.Account is { } account && Mask.Matches(mask.AsSpan(2), account);
    }

    /// <summary>Kept out: and if it is in already, silent.</summary>
    public static bool IsBanned(ChannelSettings settings, UserSnapshot user) =>
        Any(settings.Bans, user, mutes: false) && !Any(settings.Exceptions, user, mutes: false);

    public static bool IsMuted(ChannelSettings settings, UserSnapshot user) =>
        Any(settings.Bans, user, mutes: true) && !Any(settings.Exceptions, user, mutes: true) && !Any(settings.Exceptions, user, mutes: false);

    public static bool IsInviteException(ChannelSettings settings, UserSnapshot user) => Any(settings.InviteExceptions, user, mutes: false);

    private static bool Any(ImmutableArray<MaskEntry> list, UserSnapshot user, bool mutes)
    {
        foreach (var entry in list)
            if (IsMute(entry.Mask) == mutes && Matches(entry.Mask, user)) return true;
        return false;
    }

    private static (char Letter, string Mask)? Split(string text)
    {
        var at = text.StartsWith('~') ? 1 : 0;
        if (text.Length < at + 2 || text[at + 1] != ':') return null;
        return text[at] switch
        {
            'a' => ('a', text[(at + 2)..]),
            'm' or 'q' => ('m', text[(at + 2)..]),
            _ => null,
        };
    }

    private static bool IsWord(string text) => text.Length > 0 && text[0] != ':' && !text.Any(char.IsWhiteSpace);
}
