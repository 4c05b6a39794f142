using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Browser;
using Teahouse.Web.Messages;

namespace Teahouse.Web.Composer;

/// <summary>What may be meant by the beginning of a word.</summary>
public static class Suggestions
{
    public const int Most = 8;

    // Who spoke lately is meant most often.
    private const int LatelySaid = 60;

    /// <param name="word">With its sign: <c>@ # : /</c>, of a command with the name that follows it; any other has no suggestions.</param>
    /// <returns>The likeliest first; none if the word is one already.</returns>
    public static IReadOnlyList<Suggestion> Of(string word, ChatState state, Conversation conversation, Language language, ILocale locale)
    {
        if (word.Length == 0) return [];
        var begun = word[1..];
        var found = word[0] switch
        {
            '@' => PeopleAndGroups(begun, state, conversation, language, locale),
            '#' => Places(begun, state, locale),
            ':' => Pictures(begun, language),
            '/' when word.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space => Names(word[..space], word[(space + 1)..], state, conversation, locale),
            '/' => Orders(begun, conversation is Room, language),
            _ => [],
        };
        List<Suggestion> all = [.. found.Take(Most)];
        return all.Count > 0 && IsWhole(all[0], word) ? [] : all;
    }

    private static bool IsWhole(Suggestion suggestion, string word) =>
        suggestion is not Suggestion.Picture && string.Equals(suggestion.Insert.TrimEnd(), word, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Suggestion.Person> People(string begun, ChatState state, Conversation conversation, ILocale locale)
    {
        var lately = conversation.Timeline.Items.Reverse().OfType<TimelineMessage>().Take(LatelySaid).Select(m => m.From.Nick)
            .Distinct(AsciiCase.Comparer).Select((nick, at) => (nick, at)).ToDictionary(n => n.nick, n => n.at, AsciiCase.Comparer);
        var people = conversation is Room room ? room.Members.Select(m => m.Nick) : [conversation.Name];
        return Ranked(people.Where(n => !AsciiCase.Equals(n, state.Me.Nick)), n => n, begun, locale)
            .OrderBy(p => p.Rank).ThenBy(p => lately.GetValueOrDefault(p.Item, LatelySaid)).ThenBy(p => p.Item, StringComparer.OrdinalIgnoreCase)
            .Select(p => new Suggestion.Person(p.Item));
    }

    private static IEnumerable<Suggestion> PeopleAndGroups(string begun, ChatState state, Conversation conversation, Language language, ILocale locale)
    {
        var groups = Groups(begun, state, conversation, language, locale).ToList();
        return People(begun, state, conversation, locale).Take(Most - groups.Count).Concat<Suggestion>(groups);
    }

    // Only where it counts.
    private static IEnumerable<Suggestion> Groups(string begun, ChatState state, Conversation conversation, Language language, ILocale locale)
    {
        if (conversation is not Room room || !RoomRights.MayCall(state, room)) return [];
        var meaning = ComposerTexts.CallsAll.In(language, room.Members.Count);
        (Text Word, string Other, string Meaning)[] groups =
            [(ComposerTexts.All, ComposerTexts.All.In(Other(language)), meaning), (ComposerTexts.Here, ComposerTexts.Here.In(Other(language)), ComposerTexts.CallsHere.In(language))];
        return groups.Where(g => Ranked([g.Word.In(language), g.Other], n => n, begun, locale).Any()).Select(g => new Suggestion.Group(g.Word.In(language), g.Meaning));
    }

    private static Language Other(Language language) => language == Language.Chinese ? Language.English : Language.Chinese;

    private static IEnumerable<Suggestion> Places(string begun, ChatState state, ILocale locale) =>
        Ranked(state.Rooms, r => r.Name[1..], begun, locale).OrderBy(r => r.Rank)
            .Select(r => new Suggestion.Place(r.Item.Name, Formatting.Plain(r.Item.Topic)));

    private static IEnumerable<Suggestion> Pictures(string begun, Language language) =>
        EmojiNames.All.Select(e => (Emoji: e, Word: e.Find(begun, language))).Where(e => e.Word is not null)
            .OrderBy(e => !e.Word!.StartsWith(begun, StringComparison.OrdinalIgnoreCase) ? 2 : e.Word.Length > begun.Length ? 1 : 0)
            .Select(e => new Suggestion.Picture(e.Emoji.Emoji, e.Word!));

    private static IEnumerable<Suggestion> Names(string command, string begun, ChatState state, Conversation conversation, ILocale locale) =>
        ComposerCommand.Find(command) is { TakesName: true } found && (conversation is Room || !found.InRoomsOnly)
            ? People(begun, state, conversation, locale).Select(p => new Suggestion.Named($"{command} {p.Nick} ", p.Nick))
            : [];

    private static IEnumerable<Suggestion> Orders(string begun, bool inRoom, Language language) =>
        ComposerCommands.All.Where(c => (inRoom || !c.InRoomsOnly) && c.Name[1..].StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Select(c => new Suggestion.Order(c.Name, c.Wants?.In(language) ?? "", c.Does.In(language)));

    // A name that begins so, then one whose pinyin does, then one with it anywhere.
    private static IEnumerable<(T Item, int Rank)> Ranked<T>(IEnumerable<T> items, Func<T, string> nameOf, string begun, ILocale locale)
    {
        foreach (var item in items)
        {
            var name = nameOf(item);
            if (name.StartsWith(begun, StringComparison.OrdinalIgnoreCase)) yield return (item, 0);
            else if (!System.Text.Ascii.IsValid(name) && locale.PinyinInitials(name).StartsWith(begun, StringComparison.OrdinalIgnoreCase)) yield return (item, 1);
            else if (name.Contains(begun, StringComparison.OrdinalIgnoreCase)) yield return (item, 2);
        }
    }
}
