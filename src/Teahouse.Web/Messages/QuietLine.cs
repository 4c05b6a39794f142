using Teahouse.Client;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Messages;

/// <summary>Words what happened between two messages: "陈晓、Ravi 和另外 3 人加入 · Tom 离开".</summary>
public static class QuietLine
{
    private const int NamesShown = 2;

    public static string Say(IReadOnlyList<TimelineEvent> events, Language language, ILocale locale)
    {
        var sentences = new List<string>();
        var passing = new List<TimelineEvent>();
        foreach (var happened in events)
        {
            if (happened.Kind is EventKind.Join or EventKind.Part or EventKind.Quit)
            {
                passing.Add(happened);
                continue;
            }
            SayPassing();
            sentences.Add(Deed(happened, language));
        }
        SayPassing();
        return string.Join(" · ", sentences);

        void SayPassing()
        {
            AddPassing(sentences, passing, language, locale);
            passing.Clear();
        }
    }

    private static void AddPassing(List<string> sentences, List<TimelineEvent> passing, Language language, ILocale locale)
    {
        // What counts is the way from the first to the last: who came and went is said once.
        var ways = passing.GroupBy(e => e.From.Nick)
            .Select(g => (Nick: g.Key, Came: g.First().Kind == EventKind.Join, Stayed: g.Last().Kind == EventKind.Join))
            .ToList();
        Add(MessageTexts.Joined, ways.Where(w => w.Stayed));
        Add(MessageTexts.CameAndWent, ways.Where(w => w.Came && !w.Stayed));
        Add(MessageTexts.Left, ways.Where(w => !w.Came && !w.Stayed));

        void Add(Text text, IEnumerable<(string Nick, bool Came, bool Stayed)> who)
        {
            var names = who.Select(w => Formatting.Plain(w.Nick)).ToList();
            if (names.Count > 0) sentences.Add(text.In(language, Names(names, language, locale)));
        }
    }

    private static string Names(List<string> names, Language language, ILocale locale)
    {
        if (names.Count <= NamesShown + 1) return locale.List(language, names);
        var others = names.Count - NamesShown;
        return locale.List(language,
            [.. names.Take(NamesShown), MessageTexts.Others.In(language, others, locale.PluralCategory(language, others))]);
    }

    private static string Deed(TimelineEvent e, Language language)
    {
        var who = Formatting.Plain(e.From.Nick);
        var text = Formatting.Plain(e.Text);
        var subject = Formatting.Plain(e.Subject);
        var reason = text.Length > 0 ? $" ({text})" : "";
        return e.Kind switch
        {
            EventKind.Kick => MessageTexts.Kicked.In(language, who, subject) + reason,
            EventKind.Nick => MessageTexts.Renamed.In(language, who, subject),
            EventKind.Rename => MessageTexts.RoomRenamed.In(language, who, subject) + reason,
            EventKind.Topic when text.Length == 0 => MessageTexts.TopicCleared.In(language, who),
            EventKind.Topic => MessageTexts.TopicSet.In(language, who, text),
            _ when RankLine.Say(who, text, language) is { } rank => rank,
            _ => MessageTexts.ModeSet.In(language, who, text),
        };
    }
}
