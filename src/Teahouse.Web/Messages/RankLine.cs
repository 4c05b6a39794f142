using Teahouse.Client;
using Teahouse.Web.People;

namespace Teahouse.Web.Messages;

/// <summary>Words a MODE that is about one person: ranks given or taken, "Ann 让 Bob 成为管理员", and bans.</summary>
internal static class RankLine
{
    /// <summary>Highest first; https://modern.ircdocs.horse/#channel-membership-prefixes</summary>
    private const string Letters = "qaohv";

    /// <param name="modes">As MODE says it: "+qo ann ann".</param>
    /// <returns>Null if it is anything else.</returns>
    public static string? Say(string who, string modes, Language language)
    {
        if (modes.Split(' ') is not [{ Length: > 1 } change, var whom, .. var rest]) return null;
        if (change[0] is not ('+' or '-') || rest.Length != change.Length - 2 || rest.Any(other => other != whom)) return null;
        if (change is "+b" or "-b" && rest.Length == 0) return (change == "+b" ? ModerationTexts.Banned : ModerationTexts.Unbanned).In(language, who, RoomBan.AccountOf(whom) ?? whom);
        if (change[1..].Any(letter => !Letters.Contains(letter, StringComparison.Ordinal))) return null;
        var given = change[0] == '+';
        if (change[1..].All(letter => letter == 'v')) return (given ? MessageTexts.VoiceGiven : MessageTexts.VoiceTaken).In(language, who, whom);
        var rank = (change.Contains('q', StringComparison.Ordinal) ? PeopleTexts.Founder : PeopleTexts.Operator).In(language);
        return (given ? MessageTexts.RankGiven : MessageTexts.RankTaken).In(language, who, whom, rank);
    }
}
