using Teahouse.Client;

namespace Teahouse.Web.People;

/// <summary>The members of a room as they are listed: by presence, then by rank, then by name.</summary>
public sealed record MemberSections(IReadOnlyList<Member> Online, IReadOnlyList<Member> Away)
{
    private const string Ranks = "~&@%+";

    public static MemberSections Of(IEnumerable<Member> members)
    {
        var sorted = members.OrderBy(Rank).ThenBy(m => m.Nick, StringComparer.OrdinalIgnoreCase).ToList();
        return new([.. sorted.Where(m => !m.Away)], [.. sorted.Where(m => m.Away)]);
    }

    /// <summary>What the member is in the room, or null for a plain one.</summary>
    public static Text? RankName(Member member) => Highest(member) switch
    {
        '~' => PeopleTexts.Founder,
        '&' or '@' or '%' => PeopleTexts.Operator,
        '+' => PeopleTexts.Voiced,
        _ => null,
    };

    private static int Rank(Member member) =>
        Ranks.IndexOf(Highest(member), StringComparison.Ordinal) is >= 0 and var at ? at : Ranks.Length;

    private static char Highest(Member member) => member.Prefixes.Length > 0 ? member.Prefixes[0] : '\0';
}
